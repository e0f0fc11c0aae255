package dev.lifeguard.keycloak.spend;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import javax.crypto.Mac;

import org.keycloak.crypto.KeyUse;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Stands for a number or an address where they are only compared: a hash with the realm's own key, because there are few enough numbers
 * to try them all. When that key is rotated, the caps begin to count anew.
 */
final class SubjectKeys {

    private final KeycloakSession session;
    private final RealmModel realm;

    SubjectKeys(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    String of(String subject) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(session.keys().getActiveKey(realm, KeyUse.SIG, Constants.INTERNAL_SIGNATURE_ALGORITHM).getSecretKey());
            return HexFormat.of().formatHex(mac.doFinal(subject.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
