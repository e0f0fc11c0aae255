package dev.lifeguard.keycloak.cognito.tokens;

import java.util.List;

import org.keycloak.TokenVerifier;
import org.keycloak.common.VerificationException;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.services.util.UserSessionUtil;
import org.keycloak.util.TokenUtil;

import dev.lifeguard.keycloak.cognito.OpenThings;

/** Access tokens that come in: the checks of Keycloak's own endpoints, for both forms of the issuer. */
final class AccessTokens {

    /** What stands against a token, in the words of core/src/cognito/ports.ts. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason, null, false, false);
        }
    }

    record Opened(ClientModel client, UserModel user, UserSessionModel session, List<String> scopes, long authTimeInSeconds) {
    }

    private final KeycloakSession session;
    private final OpenThings open;

    AccessTokens(KeycloakSession session, OpenThings open) {
        this.session = session;
        this.open = open;
    }

    /** Opens the realm whose key has signed the token. Which one to ask the token says itself, and is believed only when that realm agrees. */
    RealmModel openRealmOf(String token) {
        RealmModel candidate = PoolIssuer.realmNamedBy(claimedIssuer(token), session);
        RealmModel before = session.getContext().getRealm();
        if (candidate == null || !candidate.isEnabled()) {
            return null;
        }
        session.getContext().setRealm(candidate);
        JsonWebToken signed = session.tokens().decode(token, AccessToken.class);
        session.getContext().setRealm(before);
        if (signed == null || signed.getIssuer() == null || !PoolIssuer.isOf(signed.getIssuer(), session, candidate)) {
            return null;
        }
        open.openRealm(candidate);
        return candidate;
    }

    /** Of the open realm. Opens the client and the user. */
    Opened open(String encoded) throws Refused {
        RealmModel realm = open.realm();
        AccessToken token = session.tokens().decode(encoded, AccessToken.class);
        if (token == null || !TokenUtil.TOKEN_TYPE_BEARER.equals(token.getType()) || token.getConfirmation() != null
                || token.getId() == null || token.getIat() == null
                || token.getIssuer() == null || !PoolIssuer.isOf(token.getIssuer(), session, realm)) {
            throw new Refused("invalid");
        }
        ClientModel client = token.getIssuedFor() == null ? null : realm.getClientByClientId(token.getIssuedFor());
        if (client == null || !client.isEnabled()) {
            throw new Refused("invalid");
        }
        check(token, "expired", TokenVerifier.IS_ACTIVE);
        check(token, "revoked", TokenManager.NotBeforeCheck.forModel(client));
        check(token, "revoked", new TokenManager.TokenRevocationCheck(session));
        UserModel user = userOf(token, realm);
        check(token, "revoked", TokenManager.NotBeforeCheck.forModel(session, realm, user));
        UserSessionModel userSession = UserSessionUtil.findValidSessionForAccessToken(session, realm, token, client, ended -> { }).getUserSession();
        if (userSession == null || !user.equals(userSession.getUser())) {
            throw new Refused("revoked");
        }
        open.openClient(client);
        open.openUser(user);
        return new Opened(client, user, userSession, token.getScope() == null ? List.of() : List.of(token.getScope().split(" ")),
                token.getAuth_time() == null ? CognitoClaimsMapper.authTime(userSession) : token.getAuth_time());
    }

    private UserModel userOf(AccessToken token, RealmModel realm) throws Refused {
        UserModel user = token.getSubject() == null ? null : session.users().getUserById(realm, token.getSubject());
        if (user == null) {
            throw new Refused("user-gone");
        }
        if (!user.isEnabled()) {
            throw new Refused("user-disabled");
        }
        return user;
    }

    private static void check(AccessToken token, String reason, TokenVerifier.Predicate<JsonWebToken> check) throws Refused {
        try {
            if (!check.test(token)) {
                throw new Refused(reason);
            }
        } catch (VerificationException e) {
            throw new Refused(reason);
        }
    }

    private static String claimedIssuer(String token) {
        try {
            String issuer = new JWSInput(token).readJsonContent(JsonWebToken.class).getIssuer();
            return issuer == null ? "" : issuer;
        } catch (JWSInputException | RuntimeException notAToken) {
            return "";
        }
    }
}
