package dev.lifeguard.keycloak.cognito.srp;

import org.keycloak.Config;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.PasswordCredentialProvider;
import org.keycloak.credential.PasswordCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import dev.lifeguard.keycloak.core.Core;

/**
 * Keycloak's own provider of passwords, which shows each password that is set, or checked and right, to {@link SrpVerifiers}: on
 * whichever page, and by whichever API or administrator.
 */
public final class SrpPasswordProvider extends PasswordCredentialProvider {

    /** Checks, and counts in Keycloak's metrics. */
    private final PasswordCredentialProvider keycloaks;
    private final SrpKeys keys;

    private SrpPasswordProvider(KeycloakSession session, PasswordCredentialProvider keycloaks, SrpKeys keys) {
        super(session, null, false, false, false, false, false);
        this.keycloaks = keycloaks;
        this.keys = keys;
    }

    @Override
    public boolean createCredential(RealmModel realm, UserModel user, String password) {
        boolean created = super.createCredential(realm, user, password);
        if (created) {
            new SrpVerifiers(session, keys, realm, user).keep(password);
        }
        return created;
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        boolean valid = keycloaks.isValid(realm, user, input);
        if (valid) {
            new SrpVerifiers(session, keys, realm, user).keep(input.getChallengeResponse());
        }
        return valid;
    }

    public static final class Factory extends PasswordCredentialProviderFactory {

        private SrpKeys keys;

        @Override
        public PasswordCredentialProvider create(KeycloakSession session) {
            return new SrpPasswordProvider(session, super.create(session), keys);
        }

        @Override
        public void init(Config.Scope config) {
            super.init(config);
            Core.start();
            keys = SrpKeys.ofServer();
        }

        /** Before Keycloak's own provider of the same id. */
        @Override
        public int order() {
            return 100;
        }
    }
}
