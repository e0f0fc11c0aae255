package dev.lifeguard.keycloak.signin;

import java.util.Map;

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
import dev.lifeguard.keycloak.metrics.PoolMetrics;
import dev.lifeguard.keycloak.pages.PostedForm;
import dev.lifeguard.keycloak.ports.KeycloakPorts;
import dev.lifeguard.keycloak.ports.PoolClock;
import dev.lifeguard.keycloak.sms.SendFailure;
import jakarta.ws.rs.core.Response;

/** The step after the password: it asks the core and turns its decision into Keycloak's words. It knows no rule. */
class SignInAuthenticator implements Authenticator {

    private static final Logger LOG = Logger.getLogger(SignInAuthenticator.class);

    /**
     * Before the user's id: what the core remembers of this tab and user, as opaque text. Codes, attempts and cooldowns are not in
     * it: they belong to the user alone.
     */
    private static final String STATE_NOTE = "lifeguard.sign-in.";

    /** The factor of each page that takes a code. */
    private static final Map<String, String> FACTORS = Map.of("sms-code", "SMS_MFA", "software-token", "SOFTWARE_TOKEN_MFA");

    private final PoolClock clock;
    private final SignInView view;

    SignInAuthenticator(PoolClock clock, SignInView view) {
        this.clock = clock;
        this.view = view;
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

    /** How the user got here, in the core's words. */
    String entry(AuthenticationFlowContext context) {
        if (StepUp.isAskedFor(context)) {
            return "step-up";
        }
        return BrokeredSignIn.isAt(context) ? "identity-provider" : "browser";
    }

    final ObjectNode input(AuthenticationFlowContext context) {
        String state = context.getAuthenticationSession().getAuthNote(stateNote(context));
        ObjectNode input = Json.object().put("entry", entry(context));
        String passed = SessionProof.passedBefore(context.getAuthenticationSession());
        if (passed != null) {
            input.put("passed", passed);
        }
        input.set("state", state == null ? Json.object() : Json.parse(state));
        return input;
    }

    /** Fails closed: whatever goes wrong shows an error page, which lets nobody in and counts as nobody's wrong code. */
    final void decide(AuthenticationFlowContext context, String operation, ObjectNode input) {
        try {
            JsonNode step = Core.get().ask(operation, input, new KeycloakPorts(context.getSession(), context.getRealm(),
                    context.getUser(), context.getAuthenticationSession(), clock));
            take(context, step, input.path("entry").asText());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Lifeguard denied a sign-in in realm %s: %s failed", context.getRealm().getName(), operation);
            PoolMetrics.denial(context.getRealm(), "core_failure");
            context.getEvent().user(context.getUser()).detail("lifeguard_reason", "core_failure").error(Errors.GENERIC_AUTHENTICATION_ERROR);
            context.forceChallenge(view.error(context, Response.Status.INTERNAL_SERVER_ERROR, "lifeguardUnavailable"));
        }
    }

    private void take(AuthenticationFlowContext context, JsonNode step, String entry) {
        switch (step.path("kind").asText()) {
            case "done" -> {
                String factor = step.path("factor").asText("");
                if (factor.isEmpty()) {
                    context.success();
                } else {
                    context.getEvent().detail("lifeguard_factor", factor);
                    PoolMetrics.success(context.getRealm(), factor);
                    SessionProof.passed(context.getAuthenticationSession(), step);
                    context.success(SignInAuthenticatorFactory.CREDENTIAL_CATEGORY);
                }
            }
            case "setup" -> {
                SessionProof.passwordAlone(context.getAuthenticationSession(), entry);
                context.success();
            }
            case "restart" -> {
                context.getAuthenticationSession().removeAuthNote(stateNote(context));
                context.resetFlow();
            }
            case "page" -> show(context, step);
            case "refusal" -> {
                String reason = step.path("reason").asText();
                keepState(context, step);
                LOG.warnf("Lifeguard denied a sign-in in realm %s: %s", context.getRealm().getName(), reason);
                PoolMetrics.denial(context.getRealm(), reason);
                context.getEvent().user(context.getUser()).detail("lifeguard_reason", reason).error(Errors.ACCESS_DENIED);
                context.forceChallenge(view.error(context, Response.Status.FORBIDDEN, step.path("message").asText()));
            }
            default -> throw new IllegalStateException("unknown step");
        }
    }

    private void show(AuthenticationFlowContext context, JsonNode page) {
        keepState(context, page);
        SendFailure.report(context.getEvent(), context.getUser(), page);
        if (page.path("wrongCode").asBoolean(false)) {
            // Another error than that of a wrong password, so that an operator sees which of the two was guessed.
            context.getEvent().user(context.getUser()).detail("lifeguard_reason", "wrong_code").error(Errors.INVALID_CODE);
            PoolMetrics.failure(context.getRealm(), FACTORS.get(page.path("page").asText()));
            context.failureChallenge(AuthenticationFlowError.INVALID_CREDENTIALS, view.page(context, page));
        } else {
            context.challenge(view.page(context, page));
        }
    }

    private static void keepState(AuthenticationFlowContext context, JsonNode step) {
        if (step.hasNonNull("state")) {
            context.getAuthenticationSession().setAuthNote(stateNote(context), step.get("state").toString());
        }
    }

    private static String stateNote(AuthenticationFlowContext context) {
        return STATE_NOTE + context.getUser().getId();
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
