package dev.lifeguard.keycloak.cognito.srp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

import dev.lifeguard.keycloak.cognito.HmacSha256;

/** The server's half of one exchange. {@code b} is secret; the other two are public. */
record SrpExchange(BigInteger a, BigInteger b, BigInteger serverPublic) {

    private static final byte[] KEY_INFO = "Caldera Derived Key\u0001".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 16;

    /** @param b at least 256 random bits */
    static SrpExchange start(BigInteger a, BigInteger b, BigInteger verifier) {
        BigInteger serverPublic = SrpGroup.K.multiply(verifier).add(SrpGroup.G.modPow(b, SrpGroup.N)).mod(SrpGroup.N);
        return new SrpExchange(a, b, serverPublic);
    }

    /** Whether a client's public number may be used: with a multiple of N anybody could finish the exchange (RFC 5054, section 2.5.4). */
    static boolean isUsable(BigInteger a) {
        return a.mod(SrpGroup.N).signum() != 0;
    }

    /** @return whether the signature proves the password. In the same time for every wrong one */
    boolean isProof(BigInteger verifier, String poolName, String userId, byte[] secretBlock, String timestamp, String signature) {
        BigInteger u = SrpGroup.scramble(a, serverPublic);
        if (!isUsable(a) || u.signum() == 0) {
            return false;
        }
        byte[] key = key(a.multiply(verifier.modPow(u, SrpGroup.N)).modPow(b, SrpGroup.N), u);
        byte[] expected = HmacSha256.of(key, bytes(poolName), bytes(userId), secretBlock, bytes(timestamp));
        return MessageDigest.isEqual(expected, decoded(signature));
    }

    /** HKDF (RFC 5869) of one block, with u for its salt. */
    static byte[] key(BigInteger sharedSecret, BigInteger u) {
        byte[] extracted = HmacSha256.of(u.toByteArray(), sharedSecret.toByteArray());
        return Arrays.copyOf(HmacSha256.of(extracted, KEY_INFO), KEY_BYTES);
    }

    @Override
    public String toString() {
        return "SrpExchange[withheld]";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
