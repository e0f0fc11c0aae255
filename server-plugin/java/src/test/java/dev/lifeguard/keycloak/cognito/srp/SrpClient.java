package dev.lifeguard.keycloak.cognito.srp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The client's half, written from the description of the protocol, on text as the clients do it; it shares no line with the server's. */
record SrpClient(BigInteger a) {

    private static final BigInteger N = new BigInteger(
            "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f1437"
                    + "4fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7edee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf05"
                    + "98da48361c55d39a69163fa8fd24cf5f83655d23dca3ad961c62f356208552bb9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3b"
                    + "e39e772c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf6955817183995497cea956ae515d2261898fa051015728e5a8aaac42dad33170d04507a33"
                    + "a85521abdf1cba64ecfb850458dbef0a8aea71575d060c7db3970f85a6e1e4c7abf5ae8cdb0933d71e8c94e04a25619dcee3d2261ad2ee6bf12ffa06d98a0864"
                    + "d87602733ec86a64521f2b18177b200cbbe117577a615d6c770988c0bad946e208e24fa074e5ab3143db5bfce0fd108e4b82d120a93ad2caffffffffffffffff",
            16);
    private static final BigInteger G = BigInteger.valueOf(2);

    /** A */
    String publicHex() {
        return G.modPow(a, N).toString(16);
    }

    String sign(SrpChallengeText challenge, String poolName, String userId, String password, String timestamp) {
        BigInteger b = new BigInteger(challenge.bHex(), 16);
        BigInteger salt = new BigInteger(challenge.saltHex(), 16);
        BigInteger k = new BigInteger(sha256Hex("00" + N.toString(16) + "02"), 16);
        BigInteger u = new BigInteger(sha256Hex(padHex(G.modPow(a, N)) + padHex(b)), 16);
        String inner = sha256Hex(HexFormat.of().formatHex((poolName + userId + ":" + password).getBytes(StandardCharsets.UTF_8)));
        BigInteger x = new BigInteger(sha256Hex(padHex(salt) + inner), 16);
        BigInteger s = b.subtract(k.multiply(G.modPow(x, N))).mod(N).modPow(a.add(u.multiply(x)), N);
        String extracted = hmacHex(padHex(u), padHex(s));
        String info = HexFormat.of().formatHex("Caldera Derived Key".getBytes(StandardCharsets.UTF_8)) + "01";
        String key = hmacHex(extracted, info).substring(0, 32);
        String message = HexFormat.of().formatHex((poolName + userId).getBytes(StandardCharsets.UTF_8))
                + HexFormat.of().formatHex(Base64.getDecoder().decode(challenge.secretBlock()))
                + HexFormat.of().formatHex(timestamp.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hmacHex(key, message)));
    }

    record SrpChallengeText(String saltHex, String bHex, String secretBlock) {
    }

    private static String padHex(BigInteger number) {
        String hex = number.toString(16);
        if (hex.length() % 2 == 1) {
            return "0" + hex;
        }
        return "89abcdef".indexOf(hex.charAt(0)) >= 0 ? "00" + hex : hex;
    }

    private static String sha256Hex(String hex) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(hex)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hmacHex(String keyHex, String messageHex) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(keyHex), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(HexFormat.of().parseHex(messageHex)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
