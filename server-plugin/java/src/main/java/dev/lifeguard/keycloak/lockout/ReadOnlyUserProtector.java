package dev.lifeguard.keycloak.lockout;

import java.util.Set;

import org.keycloak.common.ClientConnection;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserLoginFailureModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.services.managers.DefaultBruteForceProtector;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.storage.StorageId;

import jakarta.ws.rs.core.UriInfo;

/**
 * Keycloak's brute-force detection, with one thing mended: it locks a user for good by disabling the account, and where the user's
 * store can't be written that throws, the failure is not counted, and the user is never locked
 * (https://github.com/keycloak/keycloak/issues/28579).
 */
final class ReadOnlyUserProtector extends DefaultBruteForceProtector {

    private final BruteForceProtector keycloaks;

    /** @param keycloaks what Keycloak itself would use, and what everything goes to that it can do */
    ReadOnlyUserProtector(KeycloakSessionFactory factory, BruteForceProtector keycloaks) {
        super(factory);
        this.keycloaks = keycloaks;
    }

    @Override
    public void failedLogin(RealmModel realm, UserModel user, ClientConnection connection, UriInfo uri, Set<String> categories) {
        if (realm.isPermanentLockout() && !StorageId.isLocalStorage(user.getId())) {
            super.failedLogin(realm, user, connection, uri, categories);
        } else {
            keycloaks.failedLogin(realm, user, connection, uri, categories);
        }
    }

    @Override
    public void failure(KeycloakSession session, RealmModel realm, String userId, String address, long time, Set<String> categories) {
        try {
            super.failure(session, realm, userId, address, time, categories);
        } catch (ReadOnlyException cannotBeDisabled) {
            lockWithoutDisabling(session, realm, getUserFailureModel(session, realm, userId));
        }
    }

    /** A user who has been locked out more often than the realm allows is locked for good too, until the failures are cleared. */
    private void lockWithoutDisabling(KeycloakSession session, RealmModel realm, UserLoginFailureModel failures) {
        int missing = realm.getMaxTemporaryLockouts() + 1 - failures.getNumTemporaryLockouts();
        for (int i = 0; i < missing; i++) {
            failures.incrementTemporaryLockouts();
        }
        sendEvent(session, realm, failures, EventType.USER_DISABLED_BY_PERMANENT_LOCKOUT);
    }

    @Override
    public void successfulLogin(RealmModel realm, UserModel user, ClientConnection connection, UriInfo uri, Set<String> categories) {
        keycloaks.successfulLogin(realm, user, connection, uri, categories);
    }

    @Override
    public boolean isTemporarilyDisabled(KeycloakSession session, RealmModel realm, UserModel user) {
        return keycloaks.isTemporarilyDisabled(session, realm, user);
    }

    @Override
    public boolean isPermanentlyLockedOut(KeycloakSession session, RealmModel realm, UserModel user) {
        return keycloaks.isPermanentlyLockedOut(session, realm, user);
    }

    @Override
    public void cleanUpPermanentLockout(KeycloakSession session, RealmModel realm, UserModel user) {
        keycloaks.cleanUpPermanentLockout(session, realm, user);
    }
}
