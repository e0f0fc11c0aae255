package dev.lifeguard.keycloak.signin;

import org.keycloak.authentication.Authenticator;

import dev.lifeguard.keycloak.ports.PoolClock;

public final class DirectGrantAuthenticatorFactory extends SignInAuthenticatorFactory {

    @Override
    Authenticator authenticator(PoolClock clock) {
        return new DirectGrantAuthenticator(clock);
    }

    @Override
    public String getId() {
        return "lifeguard-direct-grant";
    }

    @Override
    public String getDisplayType() {
        return "Lifeguard MFA in the direct grant";
    }

    @Override
    public String getHelpText() {
        return "Asks for the second factor in the resource owner password grant: the first request is answered with a challenge, "
                + "the second carries the code.";
    }
}
