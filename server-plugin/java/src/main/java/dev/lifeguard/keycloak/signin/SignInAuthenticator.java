package dev.lifeguard.keycloak.signin;

import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.factors.SessionProof;
import dev.lifeguard.keycloak.pages.CorePages;
import dev.lifeguard.keycloak.pages.PostedForm;
import dev.lifeguard.keycloak.ports.KeycloakPorts;
import dev.lifeguard.keycloak.ports.PoolClock;
import jakarta.ws.rs.core.Response;

/** The step after the password: it asks the core and turns its decision into Keycloak's words. It knows no rule. */
final class SignInAuthenticator implements Authenticator {

    private static final Logger LOG = Logger.getLogger(SignInAuthenticator.class);

    /** What the core remembers of this tab, as opaque text. Codes, attempts and cooldowns are not in it: they belong to the user. */
    private static final String STATE_NOTE = "lifeguard.sign-in";

    private final PoolClock clock;

    SignInAuthenticator(PoolClock clock) {
        this.clock = clock;
    }

    /** Runs again at every reload and at every stale post; the core sends nothing by that. */
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        decide(context, "startSignIn", input(context));
    }

    /** A GET on the form's address arrives here as well, with no field: the core shows the page again and counts nothing. */
    @Override
    public void action(AuthenticationFlowContext context) {
        ObjectNode input = input(context);
        new PostedForm(context.getHttpRequest(), input.putObject("form"))
                .take("code")
                // Keycloak's own page for authenticator apps names its fields so.
                .take("otp", "code")
                .take("selectedCredentialId", "credentialId")
                .take("factor")
                .take("resend")
                .take("setUp");
        decide(context, "answerSignIn", input);
    }

    private static ObjectNode input(AuthenticationFlowContext context) {
        String state = context.getAuthenticationSession().getAuthNote(STATE_NOTE);
        ObjectNode input = Json.object();
        input.set("state", state == null ? Json.object() : Json.parse(state));
        return input;
    }

    /** Fails closed: whatever goes wrong shows an error page, which lets nobody in and counts as nobody's wrong code. */
    private void decide(AuthenticationFlowContext context, String operation, ObjectNode input) {
        try {
            JsonNode step = Core.get().ask(operation, input, new KeycloakPorts(context.getSession(), context.getRealm(),
                    context.getUser(), context.getAuthenticationSession(), clock));
            take(context, step, input.path("entry").asText("browser"));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Lifeguard denied a sign-in in realm %s: %s failed", context.getRealm().getName(), operation);
            context.getEvent().user(context.getUser()).detail("lifeguard_reason", "core_failure").error(Errors.GENERIC_AUTHENTICATION_ERROR);
            context.forceChallenge(CorePages.error(context.form(), Response.Status.INTERNAL_SERVER_ERROR, "lifeguardUnavailable"));
        }
    }

    private static void take(AuthenticationFlowContext context, JsonNode step, String entry) {
        switch (step.path("kind").asText()) {
            case "done" -> {
                String factor = step.path("factor").asText("");
                if (factor.isEmpty()) {
                    context.success();
                } else {
                    context.getEvent().detail("lifeguard_factor", factor);
                    SessionProof.passed(context.getAuthenticationSession(), factor);
                    context.success(SignInAuthenticatorFactory.CREDENTIAL_CATEGORY);
                }
            }
            case "setup" -> {
                SessionProof.passwordAlone(context.getAuthenticationSession(), entry);
                context.success();
            }
            case "restart" -> {
                context.getAuthenticationSession().removeAuthNote(STATE_NOTE);
                context.resetFlow();
            }
            case "page" -> show(context, step);
            case "refusal" -> {
                String reason = step.path("reason").asText();
                keepState(context, step);
                LOG.warnf("Lifeguard denied a sign-in in realm %s: %s", context.getRealm().getName(), reason);
                context.getEvent().user(context.getUser()).detail("lifeguard_reason", reason).error(Errors.ACCESS_DENIED);
                context.forceChallenge(CorePages.error(context.form(), Response.Status.FORBIDDEN, step.path("message").asText()));
            }
            default -> throw new IllegalStateException("unknown step");
        }
    }

    private static void show(AuthenticationFlowContext context, JsonNode page) {
        keepState(context, page);
        if (page.path("wrongCode").asBoolean(false)) {
            context.getEvent().user(context.getUser()).detail("lifeguard_reason", "wrong_code").error(Errors.INVALID_USER_CREDENTIALS);
            context.failureChallenge(AuthenticationFlowError.INVALID_CREDENTIALS, CorePages.show(context.form(), page));
        } else {
            context.challenge(CorePages.show(context.form(), page));
        }
    }

    private static void keepState(AuthenticationFlowContext context, JsonNode step) {
        if (step.hasNonNull("state")) {
            context.getAuthenticationSession().setAuthNote(STATE_NOTE, step.get("state").toString());
        }
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
    }

    @Override
    public void close() {
    }
}
