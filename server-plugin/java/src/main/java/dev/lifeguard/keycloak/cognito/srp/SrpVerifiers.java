package dev.lifeguard.keycloak.cognito.srp;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.storage.ReadOnlyException;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.cognito.PoolName;
import dev.lifeguard.keycloak.cognito.sealing.SealingKey;
import dev.lifeguard.keycloak.core.Json;

/**
 * The verifiers of a realm's users, as credentials of a type of their own that hold nothing but ciphertext. One opens only for the
 * realm, the user, the names and the very password hash that it was made with: a password that was changed, removed or imported
 * in whatever way takes its verifier with it. Passwords that an outside store checks have none.
 */
public final class SrpVerifiers {

    public static final String TYPE = "lifeguard-srp";

    private static final Logger LOG = Logger.getLogger(SrpVerifiers.class);

    private static final String ATTRIBUTE = "lifeguard.cognito.srp";
    private static final String KEY_ID = "keyId";
    private static final String SEALED = "sealed";
    private static final int SALT_BYTES = 16;

    private final KeycloakSession session;
    private final SrpKeys keys;
    private final RealmModel realm;
    private final UserModel user;

    public SrpVerifiers(KeycloakSession session, SrpKeys keys, RealmModel realm, UserModel user) {
        this.session = session;
        this.keys = keys;
        this.realm = realm;
        this.user = user;
    }

    /** Makes one where the realm keeps them and the user has none that is good. @param password the user's own, which was just checked or set */
    public void keep(String password) {
        Optional<SealingKey> key = isOn() ? keys.current(session) : Optional.empty();
        Optional<String> context = context();
        if (key.isEmpty() || context.isEmpty()) {
            remove();
            return;
        }
        boolean good = stored().stream().anyMatch(stored -> key.get().id().equals(keyId(stored)) && open(stored, context.get()).isPresent());
        if (good) {
            return;
        }
        SrpVerifier made = SrpVerifier.of(PoolName.of(realm).orElseThrow(), user.getUsername(), password);
        try {
            remove();
            user.credentialManager().createStoredCredential(credential(made, key.get(), context.get()));
        } catch (ReadOnlyException e) {
            LOG.debugf(e, "no SRP verifier is kept for user %s", user.getId());
        }
    }

    /** @return the verifier of the password that the user has now */
    Optional<SrpVerifier> find() {
        if (!isOn()) {
            return Optional.empty();
        }
        return context().flatMap(context -> stored().stream().flatMap(credential -> open(credential, context).stream()).findFirst());
    }

    private boolean isOn() {
        return realm.getAttribute(ATTRIBUTE, false);
    }

    private void remove() {
        stored().forEach(credential -> user.credentialManager().removeStoredCredentialById(credential.getId()));
    }

    private List<CredentialModel> stored() {
        return user.credentialManager().getStoredCredentialsByTypeStream(TYPE).toList();
    }

    /** What a verifier is bound to. @return nothing where the realm is no pool or the user's password is not here */
    private Optional<String> context() {
        Optional<CredentialModel> password = user.credentialManager().getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE).findFirst();
        return PoolName.of(realm).flatMap(pool -> password.map(hash -> Json.object()
                .put("realm", realm.getId())
                .put("user", user.getId())
                .put("poolName", pool)
                .put("userName", user.getUsername())
                .put("passwordHash", hash.getSecretData())
                .toString()));
    }

    private static CredentialModel credential(SrpVerifier verifier, SealingKey key, String context) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        plain.writeBytes(verifier.salt());
        plain.writeBytes(verifier.value().toByteArray());
        CredentialModel credential = new CredentialModel();
        credential.setType(TYPE);
        credential.setCreatedDate(Time.currentTimeMillis());
        credential.setCredentialData(Json.object().put(KEY_ID, key.id()).toString());
        credential.setSecretData(Json.object()
                .put(SEALED, Base64.getEncoder().encodeToString(key.seal(plain.toByteArray(), context))).toString());
        return credential;
    }

    private Optional<SrpVerifier> open(CredentialModel credential, String context) {
        JsonNode secret = Json.parse(credential.getSecretData());
        return keys.byId(session, keyId(credential))
                .flatMap(key -> key.open(Base64.getDecoder().decode(secret.path(SEALED).asText()), context))
                .map(plain -> new SrpVerifier(Arrays.copyOf(plain, SALT_BYTES),
                        SrpGroup.number(Arrays.copyOfRange(plain, SALT_BYTES, plain.length))));
    }

    private static String keyId(CredentialModel credential) {
        return Json.parse(credential.getCredentialData()).path(KEY_ID).asText();
    }
}
