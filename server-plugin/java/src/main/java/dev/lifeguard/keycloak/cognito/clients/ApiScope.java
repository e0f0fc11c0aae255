package dev.lifeguard.keycloak.cognito.clients;

import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

import dev.lifeguard.keycloak.cognito.tokens.CognitoClaimsMapper;

/** The client scope by which access tokens may be used with the API and have Cognito's claims. */
final class ApiScope {

    static final String NAME = "aws.cognito.signin.user.admin";

    private ApiScope() {
    }

    /** Also by an operator's hand or an import it may be there, with what they have changed in it. */
    static void makeIfMissing(RealmModel realm) {
        if (KeycloakModelUtils.getClientScopeByName(realm, NAME) != null) {
            return;
        }
        ClientScopeModel scope = realm.addClientScope(NAME);
        scope.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        scope.setDescription("Use of the Cognito API in the name of the user (Lifeguard)");
        scope.setDisplayOnConsentScreen(false);
        scope.setIncludeInTokenScope(true);
        scope.addProtocolMapper(CognitoClaimsMapper.model());
    }
}
