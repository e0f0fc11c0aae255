package dev.lifeguard.keycloak.signin;

import java.util.List;
import java.util.Set;

import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.provider.ProviderConfigProperty;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.factors.PhoneFactorProvider;
import dev.lifeguard.keycloak.ports.PoolClock;

public class SignInAuthenticatorFactory implements AuthenticatorFactory {

    public static final String ID = "lifeguard-mfa";

    /** Keycloak counts wrong codes only in the categories that its brute-force detection knows; ours is that of its own OTP step. */
    static final String CREDENTIAL_CATEGORY = OTPCredentialModel.TYPE;

    private Authenticator authenticator;

    @Override
    public Authenticator create(KeycloakSession session) {
        return authenticator;
    }

    @Override
    public void init(Config.Scope config) {
        Core.start();
        authenticator = authenticator(PoolClock.ofServer());
    }

    Authenticator authenticator(PoolClock clock) {
        return new SignInAuthenticator(clock, new SignInPages());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
    }

    @Override
    public void close() {
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Lifeguard MFA";
    }

    @Override
    public String getHelpText() {
        return "Asks for the second factor that the pool's policy and the user's settings call for: an SMS code or an authenticator app.";
    }

    @Override
    public String getReferenceCategory() {
        return CREDENTIAL_CATEGORY;
    }

    /** Makes the account console list the SMS factor. */
    @Override
    public Set<String> getOptionalReferenceCategories(KeycloakSession session) {
        return Set.of(PhoneFactorProvider.TYPE);
    }

    /** Not ALTERNATIVE: a sibling that succeeds would then skip the factor. */
    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
