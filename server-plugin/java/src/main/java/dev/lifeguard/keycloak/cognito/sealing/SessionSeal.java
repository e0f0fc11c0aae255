package dev.lifeguard.keycloak.cognito.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Text that clients carry, sealed under a key that is derived from the realm's own: all nodes have it, and one that is no longer the
 * active key still opens what it has sealed, until an operator disables it. In front stand the realm and the key, which are sealed with
 * it: {@code base64url(version, length and id of the realm, length and id of the key, sealed text)}.
 */
final class SessionSeal {

    private static final byte VERSION = 1;
    private static final String USE = "cognito session";
    private static final String KEY_ALGORITHM = Algorithm.HS512;
    private static final int LONGEST = 2048;

    private final KeycloakSession session;

    SessionSeal(KeycloakSession session) {
        this.session = session;
    }

    record Opened(RealmModel realm, String text) {
    }

    String seal(RealmModel realm, String text) {
        KeyWrapper key = session.keys().getActiveKey(realm, KeyUse.SIG, KEY_ALGORITHM);
        byte[] head = head(realm.getId(), key.getKid());
        byte[] sealed = sealingKey(key).seal(text.getBytes(StandardCharsets.UTF_8), context(head));
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(head.length + sealed.length).put(head).put(sealed).array());
        if (token.length() > LONGEST) {
            throw new IllegalStateException("too long to be a session: " + token.length());
        }
        return token;
    }

    /** @return nothing for what no realm of this server has sealed */
    Optional<Opened> open(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            if (bytes.get() != VERSION) {
                return Optional.empty();
            }
            String realmId = text(bytes);
            String kid = text(bytes);
            byte[] head = head(realmId, kid);
            byte[] sealed = new byte[bytes.remaining()];
            bytes.get(sealed);
            // Bits that no byte of the token has would make two tokens of one.
            boolean isOnlySpelling = token.equals(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()));
            RealmModel realm = isOnlySpelling ? session.realms().getRealm(realmId) : null;
            KeyWrapper key = realm == null || !realm.isEnabled() ? null : session.keys().getKey(realm, kid, KeyUse.SIG, KEY_ALGORITHM);
            return key == null ? Optional.empty()
                    : sealingKey(key).open(sealed, context(head)).map(plain -> new Opened(realm, new String(plain, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException notSealed) {
            return Optional.empty();
        }
    }

    private static SealingKey sealingKey(KeyWrapper key) {
        return new SealingKey(key.getSecretKey().getEncoded(), USE);
    }

    private static byte[] head(String realmId, String kid) {
        byte[] realm = realmId.getBytes(StandardCharsets.UTF_8);
        byte[] key = kid.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(3 + realm.length + key.length).put(VERSION).put((byte) realm.length).put(realm).put((byte) key.length).put(key).array();
    }

    private static String text(ByteBuffer bytes) {
        byte[] text = new byte[Byte.toUnsignedInt(bytes.get())];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static String context(byte[] head) {
        return Base64.getEncoder().encodeToString(head);
    }
}
