package dev.lifeguard.keycloak.factors;

import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.pages.CorePages;
import dev.lifeguard.keycloak.pages.PostedForm;
import dev.lifeguard.keycloak.ports.PoolClock;
import dev.lifeguard.keycloak.sms.SendFailure;
import jakarta.ws.rs.core.Response;

/** A required action whose pages and decisions are the core's: one operation shows it, another answers a form. */
abstract class CoreAction implements RequiredActionProvider, RequiredActionFactory {

    private static final Logger LOG = Logger.getLogger(CoreAction.class);

    private final String id;
    private final String startOperation;
    private final String answerOperation;
    private PoolClock clock;

    CoreAction(String id, String startOperation, String answerOperation) {
        this.id = id;
        this.startOperation = startOperation;
        this.answerOperation = answerOperation;
    }

    /** Takes the fields that the answering operation knows. */
    abstract void readForm(PostedForm posted);

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        decide(context, startOperation, input(context));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        ObjectNode input = input(context);
        readForm(new PostedForm(context.getHttpRequest(), input.putObject("form")));
        decide(context, answerOperation, input);
    }

    private ObjectNode input(RequiredActionContext context) {
        String state = context.getAuthenticationSession().getAuthNote(id);
        ObjectNode input = Json.object();
        input.set("state", state == null ? Json.object() : Json.parse(state));
        input.set("session", SessionProof.of(context.getSession(), context.getAuthenticationSession()));
        return input;
    }

    /** Fails closed: whatever goes wrong shows an error page and changes nothing. */
    private void decide(RequiredActionContext context, String operation, ObjectNode input) {
        try {
            take(context, Core.get().ask(operation, input, Permission.ports(context, clock)));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Lifeguard denied %s in realm %s: %s failed", id, context.getRealm().getName(), operation);
            refuse(context, "core_failure", "lifeguardUnavailable", Response.Status.INTERNAL_SERVER_ERROR);
        }
    }

    private void take(RequiredActionContext context, JsonNode step) {
        AuthenticationSessionModel session = context.getAuthenticationSession();
        switch (step.path("kind").asText()) {
            case "done" -> {
                if (step.hasNonNull("factor")) {
                    SessionProof.passed(session, step);
                    report(context, EventType.UPDATE_CREDENTIAL, step.get("factor").asText());
                }
                session.removeAuthNote(id);
                context.success();
            }
            case "setup" -> {
                SoftwareTokenSetUp.replace(session, step.path("replaces").asText(null));
                context.success();
            }
            case "page" -> {
                if (step.hasNonNull("state")) {
                    session.setAuthNote(id, step.get("state").toString());
                }
                SendFailure.report(context.getEvent(), context.getUser(), step);
                if (step.path("wrongCode").asBoolean(false)) {
                    context.getEvent().clone().user(context.getUser()).detail("lifeguard_reason", "wrong_code").error(Errors.INVALID_CODE);
                }
                switch (step.path("changed").asText("")) {
                    case "settings" -> report(context, EventType.UPDATE_CREDENTIAL, "settings");
                    case "removal" -> report(context, EventType.REMOVE_CREDENTIAL, SoftwareTokenProvider.FACTOR);
                    default -> { }
                }
                context.challenge(CorePages.show(context.form(), step));
            }
            case "refusal" -> refuse(context, step.path("reason").asText(), step.path("message").asText(), Response.Status.FORBIDDEN);
            default -> throw new IllegalStateException("unknown step");
        }
    }

    private static void report(RequiredActionContext context, EventType type, String what) {
        context.getEvent().clone().event(type).user(context.getUser()).detail(Details.CREDENTIAL_TYPE, what).success();
    }

    private static void refuse(RequiredActionContext context, String reason, String message, Response.Status status) {
        context.getEvent().clone().user(context.getUser()).detail("lifeguard_reason", reason).error(Errors.ACCESS_DENIED);
        context.challenge(CorePages.error(context.form(), status, message));
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public void init(Config.Scope config) {
        Core.start();
        clock = PoolClock.ofServer();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
    }

    @Override
    public void close() {
    }

    @Override
    public String getId() {
        return id;
    }
}
