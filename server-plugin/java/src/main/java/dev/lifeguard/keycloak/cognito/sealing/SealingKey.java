package dev.lifeguard.keycloak.cognito.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.keycloak.common.util.SecretGenerator;

import dev.lifeguard.keycloak.cognito.HmacSha256;

/**
 * AES-256-GCM under a key that is derived from a secret for one use. What is sealed belongs to a context, which is not in it, and opens
 * for nothing else.
 */
public final class SealingKey {

    private static final int ID_BYTES = 6;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String id;
    private final byte[] secret;
    private final SecretKeySpec key;

    /** @param secret at least 256 random bits */
    public SealingKey(byte[] secret, String use) {
        this.id = HexFormat.of().formatHex(Arrays.copyOf(HmacSha256.of(secret, bytes("lifeguard key id")), ID_BYTES));
        this.secret = HmacSha256.of(secret, bytes("lifeguard " + use));
        this.key = new SecretKeySpec(HmacSha256.of(this.secret, bytes("seal")), "AES");
    }

    /** Names the secret, and says nothing about it. */
    public String id() {
        return id;
    }

    /** @return 32 bytes that are always the same for the text, and that nobody without the key can tell from random ones */
    public byte[] pseudorandom(String text) {
        return HmacSha256.of(secret, bytes("pseudorandom " + text));
    }

    public byte[] seal(byte[] plain, String context) {
        byte[] nonce = SecretGenerator.getInstance().randomBytes(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return nothing for what was not sealed by this key in this context */
    public Optional<byte[]> open(byte[] sealed, String context) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), context);
            return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (AEADBadTagException notOurs) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bytes(context));
        return cipher;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SealingKey[" + id + "]";
    }
}
