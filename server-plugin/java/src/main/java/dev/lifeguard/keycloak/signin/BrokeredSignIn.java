package dev.lifeguard.keycloak.signin;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.services.resources.LoginActionsService;

/** Whether an identity provider has signed the user in, and not somebody else in the same browser tab. */
final class BrokeredSignIn {

    private BrokeredSignIn() {
    }

    /**
     * Not by the flow's name, and not by its path alone: a tab can hold the identity that one user brought along and then the
     * password of another.
     */
    static boolean isAt(AuthenticationFlowContext context) {
        if (!LoginActionsService.POST_BROKER_LOGIN_PATH.equals(context.getFlowPath())) {
            return false;
        }
        SerializedBrokeredIdentityContext identity = SerializedBrokeredIdentityContext.readFromAuthenticationSession(
                context.getAuthenticationSession(), PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT);
        if (identity == null) {
            return false;
        }
        FederatedIdentityModel link = context.getSession().users()
                .getFederatedIdentity(context.getRealm(), context.getUser(), identity.getIdentityProviderId());
        return link != null && link.getUserId().equals(identity.getId());
    }
}
