package dev.lifeguard.keycloak.cognito.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.services.managers.AuthenticationManager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.cognito.OpenThings;
import dev.lifeguard.keycloak.cognito.PortGroup;
import dev.lifeguard.keycloak.cognito.Records;
import dev.lifeguard.keycloak.cognito.Secrets;
import dev.lifeguard.keycloak.cognito.tokens.AccessTokens.Refused;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.factors.SessionProof;

/** Sessions and their tokens. The core gets references to those that are made. */
public final class TokenPorts implements PortGroup {

    private final KeycloakSession session;
    private final OpenThings open;
    private final Secrets secrets;
    private final Records records;
    private final BegunSignIn begun;
    /** That of the access token which was opened; absent before. */
    private UserSessionModel opened;

    public TokenPorts(KeycloakSession session, OpenThings open, Secrets secrets, Records records) {
        this.session = session;
        this.open = open;
        this.secrets = secrets;
        this.records = records;
        this.begun = new BegunSignIn(session, open);
    }

    @Override
    public Map<String, Port> ports() {
        return Map.of(
                "openActions", input -> openActions(),
                "issueTokens", input -> references(new IssuedTokens(session, open, begun).issue(texts(input.path("methods")))),
                "openPoolOfToken", input -> openPoolOfToken(input.path("token").asText()),
                "openAccessToken", input -> openAccessToken(input.path("token").asText()),
                "noteFactor", Port.doing(input -> SessionProof.provenSince(opened, input.path("factor").asText())),
                "refreshTokens", this::refresh,
                "revokeToken", input -> revoke(input.path("token").asText()),
                "signOutEverywhere", Port.doing(input -> signOutEverywhere()));
    }

    private ArrayNode openActions() {
        ArrayNode actions = Json.object().putArray("actions");
        new OpenActions(session, open, begun).list().forEach(actions::add);
        return actions;
    }

    private JsonNode openPoolOfToken(String token) {
        RealmModel realm = new AccessTokens(session, open).openRealmOf(token);
        return realm == null ? NullNode.getInstance() : records.pool(realm);
    }

    private ObjectNode openAccessToken(String token) {
        try {
            AccessTokens.Opened found = new AccessTokens(session, open).open(token);
            opened = found.session();
            ObjectNode answer = Json.object().put("ok", true)
                    .put("authTimeInSeconds", found.authTimeInSeconds())
                    .put("provenFactor", SessionProof.factorOf(opened));
            answer.set("client", records.client(found.client()));
            answer.set("user", records.user(found.user()));
            found.scopes().forEach(answer.putArray("scopes")::add);
            return answer;
        } catch (Refused e) {
            return refusal(e.getMessage());
        }
    }

    private ObjectNode refresh(JsonNode input) {
        try {
            AccessTokenResponse tokens = new RefreshTokens(session, open).refresh(input.path("token").asText(), input.path("rotate").asBoolean(),
                    input.path("graceInSeconds").asLong());
            ObjectNode answer = Json.object().put("ok", true);
            answer.set("tokens", references(tokens));
            return answer;
        } catch (Refused e) {
            return refusal(e.getMessage().equals("not-a-refresh-token") ? "invalid" : e.getMessage());
        }
    }

    private String revoke(String token) {
        try {
            new RefreshTokens(session, open).revoke(token);
            return "revoked";
        } catch (Refused e) {
            // A token that has ended by itself needs no more.
            return e.getMessage().equals("expired") ? "revoked" : e.getMessage();
        }
    }

    /** As an administrator of Keycloak does it: tokens that stand for no session any more end too. */
    private void signOutEverywhere() {
        RealmModel realm = open.realm();
        UserModel user = open.user();
        session.users().setNotBeforeForUser(realm, user, (int) (Time.currentTimeMillis() / 1_000));
        session.sessions().getUserSessionsStream(realm, user).toList().forEach(userSession -> AuthenticationManager.backchannelLogout(session, realm,
                userSession, session.getContext().getUri(), session.getContext().getConnection(), session.getContext().getHttpRequest().getHttpHeaders(), true));
    }

    private ObjectNode references(AccessTokenResponse tokens) {
        ObjectNode answer = Json.object()
                .put("accessToken", secrets.refer(tokens.getToken()))
                .put("idToken", secrets.refer(tokens.getIdToken()))
                .put("expiresInSeconds", tokens.getExpiresIn());
        if (tokens.getRefreshToken() != null) {
            answer.put("refreshToken", secrets.refer(tokens.getRefreshToken()));
        }
        return answer;
    }

    private static ObjectNode refusal(String reason) {
        return Json.object().put("ok", false).put("reason", reason);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
