package dev.lifeguard.keycloak.cognito.tokens;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel;

import dev.lifeguard.keycloak.cognito.OpenThings;

/**
 * The authentication session of the sign-in that one request is about, made when it is first needed. It becomes the user's session; a request that is refused takes
 * it back with all else, and one that ends in a challenge ends it: the next request begins another.
 */
final class BegunSignIn {

    private static final String SCOPE = "openid aws.cognito.signin.user.admin";

    private final KeycloakSession session;
    private final OpenThings open;
    private AuthenticationSessionModel begun;

    BegunSignIn(KeycloakSession session, OpenThings open) {
        this.session = session;
        this.open = open;
    }

    AuthenticationSessionModel get() {
        if (begun == null) {
            begun = begin();
            session.getTransactionManager().enlistPrepare(new EndOfRequest());
        }
        if (!begun.getAuthenticatedUser().getId().equals(open.user().getId()) || !begun.getClient().getId().equals(open.client().getId())) {
            throw new IllegalStateException("a request signs in one user of one client");
        }
        return begun;
    }

    /** @return the authentication session, which whoever takes it ends */
    AuthenticationSessionModel take() {
        AuthenticationSessionModel taken = get();
        begun = null;
        return taken;
    }

    private AuthenticationSessionModel begin() {
        AuthenticationSessionModel signIn = new AuthenticationSessionManager(session)
                .createAuthenticationSession(open.realm(), false).createAuthenticationSession(open.client());
        signIn.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        signIn.setAction(CommonClientSessionModel.Action.AUTHENTICATE.name());
        signIn.setClientNote(OIDCLoginProtocol.ISSUER, PoolIssuer.keycloaks(session, open.realm()));
        signIn.setClientNote(OIDCLoginProtocol.SCOPE_PARAM, SCOPE);
        signIn.setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
        signIn.setAuthenticatedUser(open.user());
        return signIn;
    }

    /** Before all else is stored, so that what was begun in vain never is. */
    private final class EndOfRequest extends AbstractKeycloakTransaction {

        @Override
        protected void commitImpl() {
            if (begun != null) {
                session.authenticationSessions().removeRootAuthenticationSession(begun.getParentSession().getRealm(), begun.getParentSession());
                begun = null;
            }
        }

        @Override
        protected void rollbackImpl() {
            // Then nothing is stored anyway.
        }
    }
}
