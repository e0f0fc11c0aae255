package dev.lifeguard.keycloak.signin;

import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdateTotp;
import org.keycloak.events.Errors;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.ports.KeycloakPorts;
import dev.lifeguard.keycloak.ports.PoolClock;
import jakarta.ws.rs.core.Response;

/**
 * Keycloak's own CONFIGURE_TOTP, with one question to the core before it: whether the user may register an authenticator now. A
 * set-up page that was left open would otherwise let whoever knows the password add a device beside the user's own.
 */
public final class SoftwareTokenSetUp extends UpdateTotp {

    private static final Logger LOG = Logger.getLogger(SoftwareTokenSetUp.class);

    /** On sessions in which the password alone was proven. A set-up that the user starts from the account console has passed a factor. */
    private static final String AFTER_PASSWORD_NOTE = "lifeguard.set-up-after-password";

    private PoolClock clock;

    static void mark(AuthenticationSessionModel session) {
        session.setAuthNote(AFTER_PASSWORD_NOTE, "true");
    }

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        Core.start();
        clock = new PoolClock(false);
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (mayGoOn(context)) {
            super.requiredActionChallenge(context);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (mayGoOn(context)) {
            super.processAction(context);
        }
    }

    private boolean mayGoOn(RequiredActionContext context) {
        if (maySetUp(context)) {
            return true;
        }
        context.getEvent().user(context.getUser()).detail("lifeguard_reason", "set_up_refused").error(Errors.ACCESS_DENIED);
        context.challenge(context.form().setError("lifeguardSetUpRefused").createErrorPage(Response.Status.FORBIDDEN));
        return false;
    }

    private boolean maySetUp(RequiredActionContext context) {
        AuthenticationSessionModel session = context.getAuthenticationSession();
        ObjectNode request = Json.object().put("afterPassword", session.getAuthNote(AFTER_PASSWORD_NOTE) != null);
        try {
            return Core.get().ask("maySetUpSoftwareToken", request, new KeycloakPorts(context.getSession(), context.getRealm(),
                    context.getUser(), session, clock)).asBoolean(false);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Lifeguard denied a set-up in realm %s: the core gave no answer", context.getRealm().getName());
            return false;
        }
    }

    /** Before Keycloak's own provider of the same id. */
    @Override
    public int order() {
        return 100;
    }
}
