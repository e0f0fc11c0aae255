package dev.lifeguard.keycloak.cognito.tokens;

import java.util.Comparator;
import java.util.Map;

import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.RefreshTokenGrantType;
import org.keycloak.protocol.oidc.refresh.RefreshTokenContext;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProvider;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.RefreshToken;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.TokenRefreshContext;
import org.keycloak.services.clientpolicy.context.TokenRefreshResponseContext;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.util.TokenUtil;

import dev.lifeguard.keycloak.cognito.OpenThings;
import dev.lifeguard.keycloak.cognito.tokens.AccessTokens.Refused;
import jakarta.ws.rs.core.MultivaluedHashMap;

/** Refresh tokens that come in: what Keycloak's own token endpoint does with them, told in the reasons that Cognito has words for. */
final class RefreshTokens {

    private final KeycloakSession session;
    private final OpenThings open;
    private final Rotation rotation;

    RefreshTokens(KeycloakSession session, OpenThings open) {
        this.session = session;
        this.open = open;
        this.rotation = new Rotation(session);
    }

    /** Opens the user. @return with a refresh token only where the old one is not to be used again */
    AccessTokenResponse refresh(String encoded, boolean rotate, long graceInSeconds) throws Refused {
        EventBuilder event = new EventBuilder(open.realm(), session, session.getContext().getConnection())
                .event(EventType.REFRESH_TOKEN).client(open.client());
        try {
            RefreshToken token = read(encoded);
            AccessTokenResponse tokens = refresh(token, encoded, event);
            if (rotate && !rotation.rotate(token, graceInSeconds)) {
                throw new Refused("reused");
            }
            if (!rotate && !open.realm().isRevokeRefreshToken()) {
                tokens.setRefreshToken(null);
            }
            event.success();
            return tokens;
        } catch (Refused e) {
            event.detail(Details.REASON, e.getMessage()).error(Errors.INVALID_TOKEN);
            throw e;
        }
    }

    private AccessTokenResponse refresh(RefreshToken token, String encoded, EventBuilder event) throws Refused {
        UserModel user = userOf(token);
        if (rotation.isOver(token)) {
            throw new Refused("reused");
        }
        MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>(Map.of(OAuth2Constants.GRANT_TYPE, OAuth2Constants.REFRESH_TOKEN,
                OAuth2Constants.REFRESH_TOKEN, encoded));
        OAuth2GrantType.Context grant = new OAuth2GrantType.Context(session, OIDCAdvancedConfigWrapper.fromClientModel(open.client()), Map.of(), form,
                event, null, new TokenManager());
        try {
            session.clientPolicy().triggerOnEvent(new TokenRefreshContext(form, open.client(), null));
            TokenManager.AccessTokenResponseBuilder builder = refresh(grant, encoded);
            session.clientPolicy().triggerOnEvent(new TokenRefreshResponseContext(form, builder));
            AccessTokenResponse tokens = builder.build();
            open.openUser(user);
            return tokens;
        } catch (OAuthErrorException | ClientPolicyException | ErrorResponseException e) {
            // The last of them by whoever looks at the tokens that are made: the grace of a rotated token may have ended since it was asked for above.
            event.detail("lifeguard_reason", e.getMessage());
            throw new Refused(rotation.isOver(token) ? "reused" : "revoked");
        }
    }

    private TokenManager.AccessTokenResponseBuilder refresh(OAuth2GrantType.Context grant, String encoded) throws OAuthErrorException {
        TokenManager manager = (TokenManager) grant.getTokenManager();
        RefreshToken token = manager.verifyRefreshToken(session, open.realm(), open.client(), grant.getRequest(), encoded, true);
        RefreshTokenContext context = new RefreshTokenContext(token, grant, new Grant(grant), manager, null, null);
        RefreshTokenProvider provider = session.getKeycloakSessionFactory().getProviderFactoriesStream(RefreshTokenProvider.class)
                .sorted(Comparator.comparing(factory -> -factory.order()))
                .map(factory -> session.getProvider(RefreshTokenProvider.class, factory.getId()))
                .filter(candidate -> candidate.supports(context))
                .findFirst()
                .orElseThrow(() -> new OAuthErrorException(OAuthErrorException.INVALID_GRANT, "nobody takes the token"));
        return provider.refreshAccessToken(context);
    }

    /** Ends the sign-in to the client, and with it all its tokens. */
    void revoke(String encoded) throws Refused {
        RealmModel realm = open.realm();
        RefreshToken token = read(encoded);
        UserSessionModel userSession = session.sessions().getUserSession(realm, token.getSessionId());
        AuthenticatedClientSessionModel clientSession = userSession == null ? null
                : userSession.getAuthenticatedClientSessionByClient(open.client().getId());
        if (clientSession == null || token.isIssuedBeforeSessionStart(clientSession.getStarted())) {
            return;
        }
        EventBuilder event = new EventBuilder(realm, session, session.getContext().getConnection()).event(EventType.REVOKE_GRANT)
                .client(open.client()).user(userSession.getUser()).session(userSession)
                .detail(Details.REVOKED_CLIENT, open.client().getClientId())
                .detail(Details.REFRESH_TOKEN_ID, token.getId())
                .detail(Details.REFRESH_TOKEN_TYPE, token.getType());
        TokenManager.detachClientSession(clientSession);
        if (userSession.getAuthenticatedClientSessions().isEmpty()) {
            AuthenticationManager.backchannelLogout(session, realm, userSession, session.getContext().getUri(), session.getContext().getConnection(),
                    session.getContext().getHttpRequest().getHttpHeaders(), true);
        }
        event.success();
    }

    /** @return a token of the open client, whatever has become of its session; an expired one is refused */
    private RefreshToken read(String encoded) throws Refused {
        RefreshToken token = session.tokens().decode(encoded, RefreshToken.class);
        ClientModel client = open.client();
        if (token == null || token.getId() == null || token.getSessionId() == null) {
            throw new Refused("invalid");
        }
        if (!TokenUtil.TOKEN_TYPE_REFRESH.equals(token.getType()) && !TokenUtil.TOKEN_TYPE_OFFLINE.equals(token.getType())) {
            throw new Refused("not-a-refresh-token");
        }
        if (!client.getClientId().equals(token.getIssuedFor())) {
            throw new Refused("other-client");
        }
        if (token.isExpired()) {
            throw new Refused("expired");
        }
        return token;
    }

    private UserModel userOf(RefreshToken token) throws Refused {
        UserModel user = token.getSubject() == null ? null : session.users().getUserById(open.realm(), token.getSubject());
        if (user == null) {
            throw new Refused("user-gone");
        }
        if (!user.isEnabled()) {
            throw new Refused("user-disabled");
        }
        return user;
    }

    /** Keycloak's own, of which a refresh needs what it would have read of the request. */
    private static final class Grant extends RefreshTokenGrantType {

        Grant(Context context) {
            setContext(context);
        }
    }
}
