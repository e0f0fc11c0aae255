package dev.lifeguard.keycloak.cognito.srp;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

import org.keycloak.common.util.SecretGenerator;

/** What a server keeps of a password for SRP. It is no password, but quick to guess one from. */
record SrpVerifier(byte[] salt, BigInteger value) {

    private static final int SALT_BYTES = 16;

    static SrpVerifier of(String poolName, String userId, String password) {
        return of(newSalt(SecretGenerator.getInstance().randomBytes(SALT_BYTES)), poolName, userId, password);
    }

    static SrpVerifier of(byte[] salt, String poolName, String userId, String password) {
        return new SrpVerifier(salt, SrpGroup.G.modPow(SrpGroup.privateKey(salt, poolName, userId, password), SrpGroup.N));
    }

    /** Clients read a salt as a number, some of them without zeros at its beginning. */
    static byte[] newSalt(byte[] random) {
        byte[] salt = Arrays.copyOf(random, SALT_BYTES);
        salt[0] |= 0x10;
        return salt;
    }

    String saltHex() {
        return HexFormat.of().formatHex(salt);
    }

    @Override
    public String toString() {
        return "SrpVerifier[withheld]";
    }
}
