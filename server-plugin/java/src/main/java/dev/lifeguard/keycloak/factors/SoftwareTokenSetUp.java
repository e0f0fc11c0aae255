package dev.lifeguard.keycloak.factors;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdateTotp;
import org.keycloak.events.Errors;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.ports.PoolClock;
import jakarta.ws.rs.core.Response;

/**
 * Keycloak's own CONFIGURE_TOTP, with one question to the core before it: whether the user may register an authenticator now. A
 * set-up page that was left open would otherwise let whoever knows the password add a device beside the user's own.
 */
public final class SoftwareTokenSetUp extends UpdateTotp {

    /** The id of the authenticator that the new one replaces. */
    private static final String REPLACES_NOTE = "lifeguard.replaces";

    private PoolClock clock;

    /** @param credentialId null where nothing is replaced */
    static void replace(AuthenticationSessionModel session, String credentialId) {
        if (credentialId != null) {
            session.setAuthNote(REPLACES_NOTE, credentialId);
        }
    }

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        Core.start();
        clock = PoolClock.ofServer();
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
            if (context.getStatus() == RequiredActionContext.Status.SUCCESS) {
                finish(context);
            }
        }
    }

    private void finish(RequiredActionContext context) {
        AuthenticationSessionModel session = context.getAuthenticationSession();
        ObjectNode done = Json.object().put("replaces", session.getAuthNote(REPLACES_NOTE));
        SessionProof.passed(session, Core.get().ask("softwareTokenWasSetUp", done, Permission.ports(context, clock)));
        session.removeAuthNote(REPLACES_NOTE);
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
        return Permission.ask(context, clock, "maySetUpSoftwareToken", SessionProof.of(context.getSession(), context.getAuthenticationSession()));
    }

    /** Before Keycloak's own provider of the same id. */
    @Override
    public int order() {
        return 100;
    }
}
