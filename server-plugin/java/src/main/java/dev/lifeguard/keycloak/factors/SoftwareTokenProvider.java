package dev.lifeguard.keycloak.factors;

import org.keycloak.Config;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.OTPCredentialProvider;
import org.keycloak.credential.OTPCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.ports.PoolClock;

/** Keycloak's own provider of authenticators, except that the pool says whether a user may remove one. */
public final class SoftwareTokenProvider extends OTPCredentialProvider {

    static final String FACTOR = "SOFTWARE_TOKEN_MFA";

    private final ConsoleFactors factors;

    private SoftwareTokenProvider(KeycloakSession session, PoolClock clock) {
        super(session);
        this.factors = new ConsoleFactors(session, clock);
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
