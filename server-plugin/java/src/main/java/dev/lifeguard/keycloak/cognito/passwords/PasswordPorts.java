package dev.lifeguard.keycloak.cognito.passwords;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.policy.PolicyError;
import org.keycloak.storage.ReadOnlyException;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.cognito.OpenThings;
import dev.lifeguard.keycloak.cognito.PortGroup;
import dev.lifeguard.keycloak.cognito.srp.SrpVerifiers;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.signin.EnglishMessages;

/** Passwords where Keycloak keeps and checks them, be it in an outside store. */
public final class PasswordPorts implements PortGroup {

    private static final String HISTORY = "invalidPasswordHistoryMessage";

    private final KeycloakSession session;
    private final OpenThings open;

    public PasswordPorts(KeycloakSession session, OpenThings open) {
        this.session = session;
        this.open = open;
    }

    @Override
    public Map<String, Port> ports() {
        return Map.of(
                "checkPassword", input -> check(input.path("password").asText()),
                "hasPassword", input -> open.user().credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE),
                "setPassword", input -> set(input.path("password").asText()),
                "removePassword", Port.doing(input -> remove()),
                "passwordProblem", input -> problem(input.path("password").asText()),
                "randomPassword", input -> new RandomPassword(open.realm().getPasswordPolicy()::getPolicyConfig).make(password -> problem(password) == null),
                "countFailure", Port.doing(input -> new Failures(session, open).count(input.path("factor").asText())),
                "countSuccess", Port.doing(input -> new Failures(session, open).forget()));
    }

    /** Some directories take a log-in without a password for one of nobody. */
    private boolean check(String password) {
        if (!open.hasUser()) {
            hashLikeAnyOther(password);
            return false;
        }
        return !password.isEmpty() && open.user().credentialManager().isValid(UserCredentialModel.password(password));
    }

    /** So that the time of an answer does not say whether there is such a user; as Keycloak's own pages do it. */
    private void hashLikeAnyOther(String password) {
        PasswordPolicy policy = open.realm().getPasswordPolicy();
        String algorithm = policy.getHashAlgorithm();
        PasswordHashProvider hashes = algorithm == null
                ? session.getProvider(PasswordHashProvider.class)
                : session.getProvider(PasswordHashProvider.class, algorithm);
        hashes.encodedCredential(password, policy.getHashIterations());
    }

    private ObjectNode set(String password) {
        try {
            return open.user().credentialManager().updateCredential(UserCredentialModel.password(password))
                    ? Json.object().put("ok", true)
                    : refusal("read-only", "");
        } catch (ReadOnlyException e) {
            return refusal("read-only", "");
        } catch (ModelException e) {
            String reason = HISTORY.equals(e.getMessage()) ? "history" : "policy";
            return refusal(reason, EnglishMessages.format(session, String.valueOf(e.getMessage()), parameters(e.getParameters())));
        }
    }

    private void remove() {
        UserModel user = open.user();
        for (String type : List.of(PasswordCredentialModel.TYPE, SrpVerifiers.TYPE)) {
            user.credentialManager().getStoredCredentialsByTypeStream(type).toList()
                    .forEach(credential -> user.credentialManager().removeStoredCredentialById(credential.getId()));
        }
    }

    private String problem(String password) {
        PasswordPolicyManagerProvider policy = session.getProvider(PasswordPolicyManagerProvider.class);
        PolicyError error = open.hasUser()
                ? policy.validate(open.realm(), open.user(), password)
                // Nobody's name yet: a policy compares with it.
                : policy.validate(UUID.randomUUID().toString(), password);
        return error == null ? null : EnglishMessages.format(session, error.getMessage(), parameters(error.getParameters()));
    }

    private static Object[] parameters(Object[] parameters) {
        return parameters == null ? new Object[0] : parameters;
    }

    private static ObjectNode refusal(String reason, String message) {
        return Json.object().put("ok", false).put("reason", reason).put("message", message);
    }
}
