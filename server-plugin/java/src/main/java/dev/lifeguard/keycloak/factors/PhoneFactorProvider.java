package dev.lifeguard.keycloak.factors;

import org.keycloak.Config;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.ports.PoolClock;
import dev.lifeguard.keycloak.ports.StoredUser;

/**
 * The SMS factor as the consoles list it. The credential holds nothing but a label, the masked number: the number is an attribute of the
 * user, and the codes are elsewhere.
 */
public final class PhoneFactorProvider implements CredentialProvider<CredentialModel> {

    public static final String TYPE = StoredUser.PHONE_FACTOR_TYPE;
    static final String FACTOR = "SMS_MFA";

    private final KeycloakSession session;
    private final ConsoleFactors factors;
    private String currentLabel;

    private PhoneFactorProvider(KeycloakSession session, PoolClock clock) {
        this.session = session;
        this.factors = new ConsoleFactors(session, clock);
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        UserModel user = context.getUser();
        JsonNode phone = user == null ? Json.object() : factors.phoneFactor(user);
        currentLabel = phone.path("destination").asText(null);
        var metadata = CredentialTypeMetadata.builder()
                .type(TYPE)
                .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                .displayName("lifeguard-sms-display-name")
                .helpText("lifeguard-sms-help-text")
                .iconCssClass("kcAuthenticatorOTPClass");
        if (phone.path("mayAdd").asBoolean(false)) {
            metadata.createAction(PhoneSetUp.ID);
        } else {
            metadata.updateAction(MfaSettings.ID);
        }
        metadata.removeable(user != null && factors.isRemovable(user, FACTOR));
        return metadata.build(session);
    }

    /** The number that the user has now, also if an administrator has changed it since the credential was listed. */
    @Override
    public CredentialMetadata getCredentialMetadata(CredentialModel credential, CredentialTypeMetadata metadata) {
        CredentialMetadata shown = new CredentialMetadata();
        if (currentLabel != null) {
            credential.setUserLabel(currentLabel);
        }
        shown.setCredentialModel(credential);
        return shown;
    }

    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, CredentialModel credential) {
        return user.credentialManager().createStoredCredential(credential);
    }

    @Override
    public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
        return user.credentialManager().removeStoredCredentialById(credentialId);
    }

    @Override
    public CredentialModel getCredentialFromModel(CredentialModel model) {
        return model;
    }

    public static final class Factory implements CredentialProviderFactory<PhoneFactorProvider> {

        private PoolClock clock;

        @Override
        public PhoneFactorProvider create(KeycloakSession session) {
            return new PhoneFactorProvider(session, clock);
        }

        @Override
        public void init(Config.Scope config) {
            Core.start();
            clock = PoolClock.ofServer();
        }

        @Override
        public String getId() {
            return TYPE;
        }
    }
}
