package dev.lifeguard.keycloak.factors;

import org.keycloak.Config;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.OTPCredentialProvider;
import org.keycloak.credential.OTPCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.ports.PoolClock;

/**
 * Keycloak's own provider of authenticators, except that the pool says whether a user may remove one, and that no code is taken after one of a
 * later time step.
 */
public final class SoftwareTokenProvider extends OTPCredentialProvider {

    static final String FACTOR = "SOFTWARE_TOKEN_MFA";

    private final ConsoleFactors factors;

    private SoftwareTokenProvider(KeycloakSession session, PoolClock clock) {
        super(session);
        this.factors = new ConsoleFactors(session, clock);
    }

    /** Keycloak remembers the codes that were used, which leaves the older ones of its window. */
    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        if (!super.isValid(realm, user, input)) {
            return false;
        }
        OTPCredentialModel token = OTPCredentialModel.createFromCredentialModel(user.credentialManager().getStoredCredentialById(input.getCredentialId()));
        OTPPolicy policy = realm.getOTPPolicy();
        return policy.isCodeReusable() || !OTPCredentialModel.TOTP.equals(token.getOTPCredentialData().getSubType())
                || new TimeSteps(session.singleUseObjects(), token, policy.getLookAheadWindow())
                        .use(input.getChallengeResponse(), System.currentTimeMillis());
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        CredentialTypeMetadata own = super.getCredentialTypeMetadata(context);
        if (context.getUser() == null || factors.isRemovable(context.getUser(), FACTOR)) {
            return own;
        }
        return CredentialTypeMetadata.builder()
                .type(own.getType())
                .category(own.getCategory())
                .displayName(own.getDisplayName())
                .helpText(own.getHelpText())
                .iconCssClass(own.getIconCssClass())
                .createAction(own.getCreateAction())
                .removeable(false)
                .build(session);
    }

    public static final class Factory extends OTPCredentialProviderFactory {

        private PoolClock clock;

        @Override
        public OTPCredentialProvider create(KeycloakSession session) {
            return new SoftwareTokenProvider(session, clock);
        }

        @Override
        public void init(Config.Scope config) {
            super.init(config);
            Core.start();
            clock = PoolClock.ofServer();
        }

        /** Before Keycloak's own provider of the same id. */
        @Override
        public int order() {
            return 100;
        }
    }
}
