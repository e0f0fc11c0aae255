package dev.lifeguard.tests;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Stores credentials of the type `mobile-number` as netzbegruenung's SMS authenticator does: Keycloak takes none of a type that no provider
 * knows.
 */
public class MobileNumbers implements CredentialProviderFactory<MobileNumbers.Provider> {

    static final String TYPE = "mobile-number";

    @Override
    public Provider create(KeycloakSession session) {
        return new Provider(session);
    }

    @Override
    public String getId() {
        return TYPE;
    }

    /** One session's. */
    public static class Provider implements CredentialProvider<CredentialModel> {

        private final KeycloakSession session;

        Provider(KeycloakSession session) {
            this.session = session;
        }

        @Override
        public String getType() {
            return TYPE;
        }

        @Override
        public CredentialModel createCredential(RealmModel realm, UserModel user, CredentialModel credential) {
            return user.credentialManager().createStoredCredential(credential);
        }

        @Override
        public boolean deleteCredential(RealmModel realm, UserModel user, String id) {
            return user.credentialManager().removeStoredCredentialById(id);
        }

        @Override
        public CredentialModel getCredentialFromModel(CredentialModel model) {
            return model;
        }

        @Override
        public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
            return CredentialTypeMetadata.builder()
                    .type(TYPE)
                    .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                    .displayName(TYPE)
                    .helpText(TYPE)
                    .createAction("mobile_number_config")
                    .removeable(true)
                    .build(session);
        }
    }
}
