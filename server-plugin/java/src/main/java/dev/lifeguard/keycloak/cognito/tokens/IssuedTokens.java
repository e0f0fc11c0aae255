package dev.lifeguard.keycloak.cognito.tokens;

import java.util.List;
import java.util.Map;

import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

import dev.lifeguard.keycloak.cognito.OpenThings;
import dev.lifeguard.keycloak.factors.SessionProof;
import dev.lifeguard.keycloak.metrics.PoolMetrics;

/** A session of Keycloak and its first tokens, for a user whose factors were all checked: the steps of Keycloak's own password grant. */
final class IssuedTokens {

    /** By their methods of RFC 8176. */
    private static final Map<String, String> FACTORS = Map.of("sms", "SMS_MFA", "otp", "SOFTWARE_TOKEN_MFA");
    private static final int LEVEL_OF_PASSWORD = 1;
    private static final int LEVEL_OF_FACTOR = 2;

    private final KeycloakSession session;
    private final OpenThings open;
    private final BegunSignIn begun;

    IssuedTokens(KeycloakSession session, OpenThings open, BegunSignIn begun) {
        this.session = session;
        this.open = open;
        this.begun = begun;
    }

    AccessTokenResponse issue(List<String> methods) {
        RealmModel realm = open.realm();
        ClientModel client = open.client();
        refuseBinding(client);
        String factor = methods.stream().filter(FACTORS::containsKey).map(FACTORS::get).findFirst().orElse(null);
        EventBuilder event = new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.LOGIN).client(client).user(open.user())
                .detail(Details.AUTH_METHOD, "cognito")
                .detail("lifeguard_factor", factor);

        AuthenticationSessionModel signIn = begun.take();
        SessionProof.proven(signIn, factor, methods);
        new AcrStore(session, signIn).setLevelAuthenticatedToCurrentRequest(factor == null ? LEVEL_OF_PASSWORD : LEVEL_OF_FACTOR);
        AuthenticationManager.setClientScopesInSession(session, signIn);
        // Ends the authentication session.
        ClientSessionContext context = AuthenticationProcessor.attachSession(signIn, sessionOf(signIn), session, realm, session.getContext().getConnection(), event);
        context.setAttribute(OAuth2Constants.GRANT_TYPE, OAuth2Constants.PASSWORD);
        UserSessionModel userSession = context.getClientSession().getUserSession();
        userSession.setNote(AuthenticationManager.AUTH_TIME, Integer.toString(userSession.getStarted()));

        TokenManager.AccessTokenResponseBuilder builder = new TokenManager().responseBuilder(realm, client, event, session, userSession, context)
                .generateAccessToken();
        if (OIDCAdvancedConfigWrapper.fromClientModel(client).isUseRefreshToken()) {
            builder.generateRefreshToken();
        }
        AccessTokenResponse tokens = builder.generateIDToken().generateAccessTokenHash().build();
        event.success();
        if (factor != null) {
            PoolMetrics.success(realm, factor);
        }
        return tokens;
    }

    /**
     * As Keycloak makes one, without its look into the database whether there is one of that id: the authentication session, whose id it gets, was
     * begun in this request.
     */
    private UserSessionModel sessionOf(AuthenticationSessionModel signIn) {
        UserModel user = signIn.getAuthenticatedUser();
        UserSessionModel userSession = new UserSessionManager(session).createUserSession(signIn.getParentSession().getId(), open.realm(), user, user.getUsername(),
                session.getContext().getConnection().getRemoteHost(), signIn.getProtocol(), false, null, null, UserSessionModel.SessionPersistenceState.PERSISTENT);
        userSession.setState(UserSessionModel.State.LOGGED_IN);
        session.getContext().setUserSession(userSession);
        return userSession;
    }

    /** A client whose tokens are to be bound to a key gets no others. */
    private static void refuseBinding(ClientModel client) {
        OIDCAdvancedConfigWrapper settings = OIDCAdvancedConfigWrapper.fromClientModel(client);
        if (settings.isUseMtlsHokToken() || settings.isUseDPoP()) {
            throw new IllegalStateException("client " + client.getClientId() + " wants tokens that are bound to a key, which the Cognito API has none of");
        }
    }
}
