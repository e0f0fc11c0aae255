package dev.lifeguard.keycloak.factors;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.DeleteCredentialAction;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.OTPCredentialModel;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.pages.CorePages;
import dev.lifeguard.keycloak.ports.PoolClock;
import jakarta.ws.rs.core.Response;

/** Keycloak's own delete_credential, with a question to the core before it for the factors that the pool knows. */
public final class FactorRemoval extends DeleteCredentialAction {

    private PoolClock clock;

    @Override
    public void init(Config.Scope config) {
        Core.start();
        clock = PoolClock.ofServer();
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        String factor = factorOf(context);
        if (factor == null || ask(context, "mayRemoveFactor", factor)) {
            super.requiredActionChallenge(context);
        } else {
            refuse(context);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        String factor = factorOf(context);
        if (factor == null) {
            super.processAction(context);
        } else if (factor.equals(PhoneFactorProvider.FACTOR)) {
            turnOff(context, factor);
        } else if (ask(context, "mayRemoveFactor", factor)) {
            super.processAction(context);
        } else {
            refuse(context);
        }
    }

    /** A number is the administrator's: what its user removes is that codes go there. */
    private void turnOff(RequiredActionContext context, String factor) {
        if (ask(context, "turnOffFactor", factor)) {
            context.getEvent().event(EventType.REMOVE_CREDENTIAL).detail("credential_type", PhoneFactorProvider.TYPE);
            context.success();
        } else {
            refuse(context);
        }
    }

    private String factorOf(RequiredActionContext context) {
        String type = getCredentialType(context.getSession(), context.getAuthenticationSession());
        if (OTPCredentialModel.TYPE.equals(type)) {
            return SoftwareTokenProvider.FACTOR;
        }
        return PhoneFactorProvider.TYPE.equals(type) ? PhoneFactorProvider.FACTOR : null;
    }

    private boolean ask(RequiredActionContext context, String operation, String factor) {
        ObjectNode request = Json.object().put("factor", factor).put("by", "page");
        request.set("session", SessionProof.of(context.getSession(), context.getAuthenticationSession()));
        return Permission.ask(context, clock, operation, request);
    }

    private static void refuse(RequiredActionContext context) {
        context.getEvent().event(EventType.REMOVE_CREDENTIAL).user(context.getUser())
                .detail("lifeguard_reason", "removal_refused").error(Errors.DELETE_CREDENTIAL_FAILED);
        context.challenge(CorePages.error(context.form(), Response.Status.FORBIDDEN, "lifeguardRemovalRefused"));
    }

    /** The password is asked for afresh, however new the session is. */
    @Override
    public int getMaxAuthAge(KeycloakSession session) {
        return 0;
    }

    /** Before Keycloak's own provider of the same id. */
    @Override
    public int order() {
        return 100;
    }
}
