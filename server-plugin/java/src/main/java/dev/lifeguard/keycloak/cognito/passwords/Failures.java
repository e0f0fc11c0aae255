package dev.lifeguard.keycloak.cognito.passwords;

import java.util.Set;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.services.managers.DefaultBruteForceProtector;

import dev.lifeguard.keycloak.cognito.OpenThings;

/** What Keycloak's brute-force detection counts, together with the failures on all other ways in. */
final class Failures {

    private static final Set<String> ALL = Set.of("password", "otp");

    private final KeycloakSession session;
    private final OpenThings open;

    Failures(KeycloakSession session, OpenThings open) {
        this.session = session;
        this.open = open;
    }

    /**
     * Keycloak counts in the background, a moment after its own pages have answered. A program sends its next guess within
     * that moment, so that here the answer waits for the count; it is in a transaction of its own, because the request fails.
     */
    void count(String factor) {
        RealmModel realm = open.realm();
        if (!realm.isBruteForceProtected()) {
            return;
        }
        UserModel user = open.user();
        KeycloakContext context = session.getContext();
        if (session.getProvider(BruteForceProtector.class) instanceof DefaultBruteForceProtector protector) {
            String address = context.getConnection().getRemoteHost();
            KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), context, own -> protector.failure(own,
                    own.getContext().getRealm(), user.getId(), address, Time.currentTimeMillis(), Set.of(factor)));
        } else {
            session.getProvider(BruteForceProtector.class).failedLogin(realm, user, context.getConnection(), context.getUri(), Set.of(factor));
        }
    }

    void forget() {
        if (open.realm().isBruteForceProtected()) {
            KeycloakContext context = session.getContext();
            session.getProvider(BruteForceProtector.class).successfulLogin(open.realm(), open.user(), context.getConnection(), context.getUri(), ALL);
        }
    }
}
