package dev.lifeguard.keycloak.cognito.seeds;

import java.util.Map;

import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.Base32;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The seed that a user has been given and not proven yet, one for each id, as single-use objects that all nodes see. */
final class PendingSeed {

    /** 160 bits, as RFC 4226 (section 4, R6) recommends: 32 letters of base32 with no bit left over, on which programs disagree. */
    private static final int BYTES = 20;
    private static final long REPEATABLE_FOR_IN_SECONDS = 120;

    private static final String SECRET = "secret";
    private static final String SERIAL = "serial";
    private static final String CONFIRMED_BY = "confirmedBy";

    private final KeycloakSession session;
    private final String key;

    PendingSeed(KeycloakSession session, RealmModel realm, UserModel user, String id) {
        this.session = session;
        this.key = "lifeguard:seed:" + realm.getId() + ":" + user.getId() + ":" + id;
    }

    /** @return the new seed, in base32; it takes the place of an earlier one of the same id */
    String issue(long lifeInSeconds) {
        String secret = Base32.encode(SecretGenerator.getInstance().randomBytes(BYTES));
        Map<String, String> seed = Map.of(SECRET, secret, SERIAL, SecretGenerator.getInstance().randomString(16));
        // A transaction of its own, as for a code that is sent: the first code may arrive on another node before this request ends.
        KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), own -> own.singleUseObjects().put(key, lifeInSeconds, seed));
        return secret;
    }

    /** Whether this code has confirmed the seed already, for a client that got no answer. */
    boolean wasConfirmedBy(String code) {
        return code.equals(read().get(CONFIRMED_BY));
    }

    /** @return null when it was confirmed */
    String secret() {
        return read().get(SECRET);
    }

    /** @return true for one caller. Its request ends the seed, or gives it back when it fails */
    boolean take(String code) {
        String serial = read().get(SERIAL);
        String taken = key + ":taken:" + serial;
        if (serial == null || !session.singleUseObjects().putIfAbsent(taken, REPEATABLE_FOR_IN_SECONDS)) {
            return false;
        }
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {

            @Override
            protected void commitImpl() {
                KeycloakModelUtils.runJobInTransaction(factory, own -> own.singleUseObjects().put(key, REPEATABLE_FOR_IN_SECONDS,
                        Map.of(SERIAL, serial, CONFIRMED_BY, code)));
            }

            @Override
            protected void rollbackImpl() {
                KeycloakModelUtils.runJobInTransaction(factory, own -> own.singleUseObjects().remove(taken));
            }
        });
        return true;
    }

    private Map<String, String> read() {
        Map<String, String> seed = session.singleUseObjects().get(key);
        return seed == null ? Map.of() : seed;
    }
}
