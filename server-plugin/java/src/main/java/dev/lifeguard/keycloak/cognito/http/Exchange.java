package dev.lifeguard.keycloak.cognito.http;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.cognito.CognitoHost;
import dev.lifeguard.keycloak.cognito.HttpsRequired;
import dev.lifeguard.keycloak.cognito.Secrets;
import dev.lifeguard.keycloak.cognito.WireRequest;
import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.engine.WorkLimits;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** One request and its answer. What was changed in Keycloak stays only when the answer says that all went well. */
final class Exchange {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private static final String BEARER = "Bearer ";

    private final KeycloakSession session;
    private final Replies replies;
    private final RealmModel endpoint;
    private final String endpointName;

    Exchange(KeycloakSession session, Replies replies) {
        this.session = session;
        this.replies = replies;
        this.endpoint = session.getContext().getRealm();
        this.endpointName = endpoint.getName();
    }

    Response answer(InputStream body) {
        return orRefusal(() -> {
            Answer answer = ask(body);
            Response response = replies.of(answer);
            if (answer.status() != Answer.OK) {
                rollBack();
                return response;
            }
            // Here and not by Keycloak after the answer: the client would be told that a change was made which then fails.
            session.getTransactionManager().commit();
            return response;
        });
    }

    Response keySet(String poolId) {
        return orRefusal(() -> {
            HttpsRequired.check(session, endpoint);
            CognitoHost host = CognitoHost.of(session, new WireRequest(session, new byte[0]), new Secrets());
            boolean isThere = Core.get().ask("opensPool", Json.object().put("userPoolId", poolId), host).asBoolean(false);
            return isThere ? replies.document(KeySet.of(session, session.getContext().getRealm()).toString(), KeySet.MAX_AGE_IN_SECONDS)
                    : replies.of(Answer.notUnderstood());
        });
    }

    /** What the bearer of an access token may know of the user pool. */
    Response poolOfUser() {
        return orRefusal(() -> {
            HttpsRequired.check(session, endpoint);
            WireRequest request = new WireRequest(session, new byte[0]);
            Secrets secrets = new Secrets();
            ObjectNode input = Json.object().put("token", bearerToken(request.header(HttpHeaders.AUTHORIZATION)));
            return replies.of(answerOf(Core.get().ask("poolOfUser", input, CognitoHost.of(session, request, secrets)), secrets));
        });
    }

    private static String bearerToken(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length()) ? authorization.substring(BEARER.length()).strip() : "";
    }

    private Response orRefusal(Callable<Response> exchange) {
        try {
            return exchange.call();
        } catch (Refusal e) {
            return refuse(e.answer());
        } catch (HttpsRequired e) {
            return refuse(Answer.httpsRequired());
        } catch (Exception | StackOverflowError e) {
            LOG.errorf(e, "Lifeguard could not answer a request to the Cognito API in realm %s", endpointName);
            return refuse(Answer.internalError());
        }
    }

    private Response refuse(Answer answer) {
        rollBack();
        return replies.of(answer);
    }

    private void rollBack() {
        // A realm that is made or opened here may be gone with the rollback; the filters behind ask for the context's.
        session.getContext().setRealm(endpoint);
        session.getTransactionManager().setRollbackOnly();
    }

    private Answer ask(InputStream in) throws Exception {
        HttpsRequired.check(session, endpoint);
        RequestBody body = RequestBody.read(in);
        WireRequest request = new WireRequest(session, body.bytes());
        ObjectNode input = Json.object()
                .put("contentType", request.header("content-type"))
                .put("body", body.text());
        Secrets secrets = new Secrets();
        CognitoHost host = CognitoHost.of(session, request, secrets);
        JsonNode answer = Core.get().ask("cognito " + request.header("x-amz-target"), input, host, WorkLimits.LONG_TEXTS);
        return answerOf(answer, secrets);
    }

    private static Answer answerOf(JsonNode answer, Secrets secrets) {
        Map<String, String> headers = new HashMap<>();
        answer.path("headers").properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        return new Answer(answer.path("status").asInt(), headers, secrets.reveal(answer.path("body")));
    }
}
