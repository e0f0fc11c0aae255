package dev.lifeguard.keycloak.cognito.signature;

/** Who signed a request, or why nobody did; PortCaller of core/src/cognito/ports.ts. */
public record Verdict(String kind, String reason, String keyId, String region) {

    static final Verdict UNSIGNED = new Verdict("unsigned", null, null, null);
    static final Verdict UNKNOWN_KEY = new Verdict("unknown-key", null, null, null);
    static final Verdict WRONG_SIGNATURE = new Verdict("wrong-signature", null, null, null);

    static Verdict malformed(String reason) {
        return new Verdict("malformed", reason, null, null);
    }

    static Verdict expired(String reason) {
        return new Verdict("expired", reason, null, null);
    }

    static Verdict signed(String keyId, String region) {
        return new Verdict("signed", null, keyId, region);
    }

    public boolean isSigned() {
        return keyId != null;
    }
}
