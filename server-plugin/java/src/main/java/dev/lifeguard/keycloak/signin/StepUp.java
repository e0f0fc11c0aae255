package dev.lifeguard.keycloak.signin;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticatorFactory;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/** Finds out whether the step stands for a level of authentication: whether a sub-flow around it gives one when it ends. */
final class StepUp {

    /** The first level is the one that the password gives. */
    private static final int FIRST_LEVEL_WITH_FACTOR = 2;

    private StepUp() {
    }

    static boolean isAskedFor(AuthenticationFlowContext context) {
        RealmModel realm = context.getRealm();
        AuthenticationExecutionModel execution = context.getExecution();
        while (execution != null) {
            if (realm.getAuthenticationExecutionsStream(execution.getParentFlow()).anyMatch(sibling -> givesLevel(realm, sibling))) {
                return true;
            }
            execution = realm.getAuthenticationExecutionByFlowId(execution.getParentFlow());
        }
        return false;
    }

    private static boolean givesLevel(RealmModel realm, AuthenticationExecutionModel execution) {
        if (!execution.isEnabled() || !ConditionalLoaAuthenticatorFactory.PROVIDER_ID.equals(execution.getAuthenticator())
                || execution.getAuthenticatorConfig() == null) {
            return false;
        }
        AuthenticatorConfigModel config = realm.getAuthenticatorConfigById(execution.getAuthenticatorConfig());
        Integer level = config == null ? null : LoAUtil.getLevelFromLoaConditionConfiguration(config);
        return level != null && level >= FIRST_LEVEL_WITH_FACTOR;
    }
}
