package dev.lifeguard.keycloak.sms;

/**
 * What became of a text, and whose fault it is when it was not taken.
 *
 * @param reason for logs and operators: neither a number nor a text nor a secret is in it; empty when the text was accepted
 */
public record Outcome(Kind kind, String reason) {

    public enum Kind {
        ACCEPTED("accepted"),
        /** This number or this text is refused, as any other gateway would refuse it. */
        REFUSED("refused"),
        /** The gateway works and refuses here: another route, account or realm may be served. */
        REFUSED_HERE("refused"),
        /** The gateway fails, and has certainly not taken the text. */
        UNAVAILABLE("refused"),
        /** No answer: the gateway may have taken the text. */
        UNKNOWN("unknown");

        private final String inCore;

        Kind(String inCore) {
            this.inCore = inCore;
        }
    }

    public static Outcome accepted() {
        return new Outcome(Kind.ACCEPTED, "");
    }

    public static Outcome refused(String reason) {
        return new Outcome(Kind.REFUSED, reason);
    }

    public static Outcome refusedHere(String reason) {
        return new Outcome(Kind.REFUSED_HERE, reason);
    }

    public static Outcome unavailable(String reason) {
        return new Outcome(Kind.UNAVAILABLE, reason);
    }

    public static Outcome unknown(String reason) {
        return new Outcome(Kind.UNKNOWN, reason);
    }

    /** Whether another gateway may be given the text: this one has certainly not taken it, and the number is not the reason. */
    public boolean anotherMayTry() {
        return kind == Kind.REFUSED_HERE || kind == Kind.UNAVAILABLE;
    }

    /** Whether the circuit breaker counts it. What a user's number can bring about must not close a gateway to everybody. */
    public boolean isFaultOfGateway() {
        return kind == Kind.UNAVAILABLE || kind == Kind.UNKNOWN;
    }

    /** The word of core/src/ports.ts. */
    public String inCore() {
        return kind.inCore;
    }
}
