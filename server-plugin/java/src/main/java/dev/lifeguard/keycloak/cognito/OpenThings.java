package dev.lifeguard.keycloak.cognito;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The realm, the client and the user that a request is about, as far as they are known. Keycloak's own code asks its context for them,
 * where there is at first the realm that the request was sent to, which may be another one.
 */
public final class OpenThings {

    private final KeycloakSession session;
    private final RealmModel endpoint;
    private RealmModel realm;
    private ClientModel client;
    private UserModel user;

    /** @param endpoint the realm that the request was sent to */
    public OpenThings(KeycloakSession session, RealmModel endpoint) {
        this.session = session;
        this.endpoint = endpoint;
    }

    public boolean hasRealm() {
        return realm != null;
    }

    public boolean hasClient() {
        return client != null;
    }

    public boolean hasUser() {
        return user != null;
    }

    /** @throws IllegalStateException when none is open, likewise the others */
    public RealmModel realm() {
        return required(realm, "realm");
    }

    public ClientModel client() {
        return required(client, "client");
    }

    public UserModel user() {
        return required(user, "user");
    }

    /** Closes what belongs to another realm. */
    public void openRealm(RealmModel opened) {
        if (realm != null && realm.getId().equals(opened.getId())) {
            return;
        }
        if (!opened.isEnabled()) {
            throw new IllegalStateException("the realm " + opened.getName() + " is disabled");
        }
        HttpsRequired.check(session, opened);
        client = null;
        user = null;
        session.getContext().setClient(null);
        realm = opened;
        // It forgets what it has found out about the server's addresses, even for the same realm.
        if (!opened.getId().equals(session.getContext().getRealm().getId())) {
            session.getContext().setRealm(opened);
        }
    }

    public void openClient(ClientModel opened) {
        openRealm(opened.getRealm());
        client = opened;
        session.getContext().setClient(opened);
    }

    /** @param opened a user of the open realm */
    public void openUser(UserModel opened) {
        realm();
        user = opened;
    }

    /** After it was deleted. */
    public void closeRealm() {
        realm = null;
        client = null;
        user = null;
        session.getContext().setClient(null);
        session.getContext().setRealm(endpoint);
    }

    public void closeClient() {
        client = null;
        session.getContext().setClient(null);
    }

    public void closeUser() {
        user = null;
    }

    private static <T> T required(T thing, String what) {
        if (thing == null) {
            throw new IllegalStateException("no " + what + " is open");
        }
        return thing;
    }
}
