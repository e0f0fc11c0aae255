package dev.lifeguard.keycloak.cognito.tokens;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keycloak.services.managers.AuthenticationManager;

import dev.lifeguard.keycloak.core.Json;

/**
 * The claims that clients of Cognito look for. It stands in the client scope {@code aws.cognito.signin.user.admin}, so that tokens have them
 * by whichever endpoint they are issued or refreshed.
 */
public final class CognitoClaimsMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, TokenIntrospectionTokenMapper {

    public static final String ID = "lifeguard-cognito-claims";

    private static final String TOKEN_USE = "token_use";
    private static final String ORIGIN_JTI = "origin_jti";
    private static final String GROUPS = "cognito:groups";
    /** Of a client, in seconds; Keycloak's own attribute is for both tokens. */
    private static final String ID_TOKEN_LIFESPAN = "lifeguard.cognito.idTokenLifespan";
    private static final int LAST = 1_000;

    /** As it stands in a client scope. */
    public static ProtocolMapperModel model() {
        ProtocolMapperModel model = new ProtocolMapperModel();
        model.setName(ID);
        model.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        model.setProtocolMapper(ID);
        return model;
    }

    @Override
    public AccessToken transformAccessToken(AccessToken token, ProtocolMapperModel model, KeycloakSession session,
            UserSessionModel userSession, ClientSessionContext context) {
        token.id(UUID.randomUUID().toString());
        PoolIssuer.aws(userSession.getRealm()).ifPresent(token::issuer);
        describeAccess(token, userSession, context);
        return token;
    }

    @Override
    public AccessToken transformIntrospectionToken(AccessToken token, ProtocolMapperModel model, KeycloakSession session,
            UserSessionModel userSession, ClientSessionContext context) {
        describeAccess(token, userSession, context);
        return token;
    }

    private static void describeAccess(AccessToken token, UserSessionModel userSession, ClientSessionContext context) {
        describe(token, "access", userSession, context);
        String clientId = context.getClientSession().getClient().getClientId();
        token.getOtherClaims().put("client_id", clientId);
        token.getOtherClaims().put("username", userSession.getUser().getUsername());
        token.getOtherClaims().put("version", 2);
        // Keycloak answers an introspection only to whom the token is for.
        token.addAudience(clientId);
        // Whoever serves the client's requests gets to see this token; who the user is stands in the other.
        IdTokenAttributes.clear(token, "email", "email_verified", "phone_number", "phone_number_verified");
        token.setEmail(null);
        token.setEmailVerified(null);
        token.setPhoneNumber(null);
        token.setPhoneNumberVerified(null);
    }

    @Override
    public IDToken transformIDToken(IDToken token, ProtocolMapperModel model, KeycloakSession session, UserSessionModel userSession,
            ClientSessionContext context) {
        token.id(UUID.randomUUID().toString());
        PoolIssuer.aws(userSession.getRealm()).ifPresent(token::issuer);
        String lifespan = context.getClientSession().getClient().getAttribute(ID_TOKEN_LIFESPAN);
        if (lifespan != null) {
            token.exp(token.getIat() + Long.parseLong(lifespan));
        }
        describe(token, "id", userSession, context);
        token.getOtherClaims().put("cognito:username", userSession.getUser().getUsername());
        // One value is text and not a list, which aws-jwt-verify does not take.
        token.audience(context.getClientSession().getClient().getClientId());
        new IdTokenAttributes(token, context.getClientSession().getClient()).add(userSession.getUser());
        return token;
    }

    private static void describe(IDToken token, String use, UserSessionModel userSession, ClientSessionContext context) {
        UserModel user = userSession.getUser();
        token.subject(user.getId());
        token.setAuth_time(authTime(userSession));
        token.getOtherClaims().put(TOKEN_USE, use);
        if (isRevocable(context.getClientSession().getClient())) {
            token.getOtherClaims().put(ORIGIN_JTI, originId(userSession, context.getClientSession()));
        }
        List<String> groups = user.getGroupsStream().map(GroupModel::getName).distinct().sorted().toList();
        if (!groups.isEmpty()) {
            token.getOtherClaims().put(GROUPS, groups);
        }
    }

    /** @return the seconds of the sign-in, however often the tokens were refreshed */
    static long authTime(UserSessionModel userSession) {
        String note = userSession.getNote(AuthenticationManager.AUTH_TIME);
        return note == null ? userSession.getStarted() : Long.parseLong(note);
    }

    /** By this claim, clients of Cognito know whether to call RevokeToken. */
    private static boolean isRevocable(ClientModel client) {
        String settings = client.getAttribute(IdTokenAttributes.SETTINGS);
        return settings == null || Json.parse(settings).path("EnableTokenRevocation").asBoolean(true);
    }

    /** The same for all tokens that come of one sign-in to one client, and no other. */
    private static String originId(UserSessionModel userSession, AuthenticatedClientSessionModel clientSession) {
        String origin = String.join(" ", userSession.getId(), clientSession.getClient().getId(), Integer.toString(clientSession.getStarted()));
        return UUID.nameUUIDFromBytes(origin.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public int getPriority() {
        return LAST;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getDisplayType() {
        return "Lifeguard: claims of Amazon Cognito";
    }

    @Override
    public String getHelpText() {
        return "Adds what clients of Amazon Cognito look for: token_use, client_id, username, cognito:username, cognito:groups, origin_jti "
                + "and, in the ID token, the user's attributes.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
