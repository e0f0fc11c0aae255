package dev.lifeguard.keycloak.backchannel;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.ciba.CibaGrantTypeFactory;

import dev.lifeguard.keycloak.core.Core;

public final class BackchannelGrantTypeFactory extends CibaGrantTypeFactory {

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new BackchannelGrantType();
    }

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        Core.start();
    }

    /** Before Keycloak's own provider of the same id. */
    @Override
    public int order() {
        return 100;
    }
}
