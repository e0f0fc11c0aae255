package dev.lifeguard.keycloak.ports;

import java.util.ArrayList;
import java.util.List;

import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.storage.ReadOnlyException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Json;

/** What Keycloak keeps of one user that decides about the second factor: attributes and {@code otp} credentials. */
public final class StoredUser {

    /** The type of the credential that lists the SMS factor in the consoles. */
    public static final String PHONE_FACTOR_TYPE = "lifeguard-sms";

    private static final String PHONE_NUMBER = "phoneNumber";
    private static final String PHONE_NUMBER_VERIFIED = "phoneNumberVerified";
    private static final String ENABLED_MFA = "lifeguard.enabledMfa";
    private static final String PREFERRED_MFA = "lifeguard.preferredMfa";

    private static final Logger LOG = Logger.getLogger(StoredUser.class);

    private final UserModel user;

    StoredUser(UserModel user) {
        this.user = user;
    }

    ObjectNode read() {
        ObjectNode answer = Json.object();
        putIfPresent(answer, "phoneNumber", user.getFirstAttribute(PHONE_NUMBER));
        putIfPresent(answer, "preferredMfa", user.getFirstAttribute(PREFERRED_MFA));
        List<String> enabled = user.getAttributeStream(ENABLED_MFA).toList();
        if (!enabled.isEmpty()) {
            enabled.forEach(answer.putArray("enabledMfa")::add);
        }
        return answer.put("phoneNumberVerified", Boolean.parseBoolean(user.getFirstAttribute(PHONE_NUMBER_VERIFIED)))
                .put("softwareTokens", softwareTokenIds().size());
    }

    private static void putIfPresent(ObjectNode object, String name, String value) {
        if (value != null && !value.isEmpty()) {
            object.put(name, value);
        }
    }

    ArrayNode softwareTokens() {
        ArrayNode tokens = Json.object().putArray("tokens");
        user.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE).forEach(token -> tokens.addObject()
                .put("id", token.getId())
                .put("label", token.getUserLabel() == null ? "" : token.getUserLabel()));
        return tokens;
    }

    boolean removeSoftwareToken(String id) {
        return softwareTokenIds().contains(id) && user.credentialManager().removeStoredCredentialById(id);
    }

    /** @param wanted the token to check against; every one when empty */
    boolean isValidCode(String code, String wanted) {
        return softwareTokenIds().stream()
                .filter(id -> wanted.isEmpty() || wanted.equals(id))
                .anyMatch(id -> user.credentialManager().isValid(new UserCredentialModel(id, OTPCredentialModel.TYPE, code)));
    }

    private List<String> softwareTokenIds() {
        return user.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                .map(credential -> credential.getId()).toList();
    }

    boolean setPhoneNumberVerified() {
        // Writing what is there already would cost a write, and the user's place in the cache of every node.
        if (Boolean.parseBoolean(user.getFirstAttribute(PHONE_NUMBER_VERIFIED))) {
            return true;
        }
        return write(() -> user.setSingleAttribute(PHONE_NUMBER_VERIFIED, "true"));
    }

    boolean setPhoneNumber(String phoneNumber, boolean verified) {
        return write(() -> {
            user.setSingleAttribute(PHONE_NUMBER, phoneNumber);
            user.setSingleAttribute(PHONE_NUMBER_VERIFIED, Boolean.toString(verified));
        });
    }

    boolean removePhoneNumber() {
        return write(() -> {
            user.removeAttribute(PHONE_NUMBER);
            user.removeAttribute(PHONE_NUMBER_VERIFIED);
        });
    }

    boolean setMfaSettings(JsonNode settings) {
        List<String> enabled = new ArrayList<>();
        settings.path("enabledMfa").forEach(factor -> enabled.add(factor.asText()));
        String preferred = settings.path("preferredMfa").asText("");
        return write(() -> {
            set(ENABLED_MFA, enabled);
            set(PREFERRED_MFA, preferred.isEmpty() ? List.of() : List.of(preferred));
        });
    }

    /** @param label null to take the factor off the list */
    void listPhoneFactor(String label) {
        List<CredentialModel> listed = user.credentialManager().getStoredCredentialsByTypeStream(PHONE_FACTOR_TYPE).toList();
        try {
            if (label == null) {
                listed.forEach(credential -> user.credentialManager().removeStoredCredentialById(credential.getId()));
            } else if (listed.isEmpty()) {
                user.credentialManager().createStoredCredential(phoneFactor(label));
            } else if (!label.equals(listed.get(0).getUserLabel())) {
                user.credentialManager().updateCredentialLabel(listed.get(0).getId(), label);
            }
        } catch (ReadOnlyException | ModelDuplicateException e) {
            // A list that can't be written, or a name that the user has given to something else, keeps nobody out.
            LOG.debugf(e, "the SMS factor of user %s is not listed", user.getId());
        }
    }

    private static CredentialModel phoneFactor(String label) {
        CredentialModel credential = new CredentialModel();
        credential.setType(PHONE_FACTOR_TYPE);
        credential.setUserLabel(label);
        credential.setCreatedDate(Time.currentTimeMillis());
        credential.setSecretData("{}");
        credential.setCredentialData("{}");
        return credential;
    }

    private void set(String attribute, List<String> values) {
        if (values.isEmpty()) {
            user.removeAttribute(attribute);
        } else {
            user.setAttribute(attribute, values);
        }
    }

    private static boolean write(Runnable change) {
        try {
            change.run();
            return true;
        } catch (ReadOnlyException userStoreCannotBeWritten) {
            return false;
        }
    }
}
