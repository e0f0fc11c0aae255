package dev.lifeguard.keycloak.cognito.pools;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.RealmRepresentation.BruteForceStrategy;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes a realm; PoolChange of core/src/cognito/ports.ts. What is absent stays. */
final class PoolChange {

    private final JsonNode input;

    PoolChange(JsonNode input) {
        this.input = input;
    }

    void writeTo(KeycloakSession session, RealmModel realm) {
        setText("displayName", realm::setDisplayName);
        setText("passwordPolicy", policy -> realm.setPasswordPolicy(PasswordPolicy.parse(session, policy)));
        setTruth("loginWithEmail", realm::setLoginWithEmailAllowed);
        setTruth("duplicateEmails", realm::setDuplicateEmailsAllowed);
        setTruth("registration", realm::setRegistrationAllowed);
        setTruth("resetPassword", realm::setResetPasswordAllowed);
        setSeconds("accessTokenLifespan", realm::setAccessTokenLifespan);
        setSeconds("ssoSessionIdle", realm::setSsoSessionIdleTimeout);
        setSeconds("ssoSessionMax", realm::setSsoSessionMaxLifespan);
        setBruteForce(realm);
        if (input.hasNonNull("smtp")) {
            Map<String, String> smtp = new HashMap<>();
            input.get("smtp").properties().forEach(option -> smtp.put(option.getKey(), option.getValue().asText()));
            realm.setSmtpConfig(smtp);
        }
        input.path("attributes").properties().forEach(attribute -> {
            if (attribute.getValue().isNull()) {
                realm.removeAttribute(attribute.getKey());
            } else {
                realm.setAttribute(attribute.getKey(), attribute.getValue().asText());
            }
        });
    }

    private void setBruteForce(RealmModel realm) {
        if (!input.has("bruteForce")) {
            return;
        }
        JsonNode wanted = input.get("bruteForce");
        realm.setBruteForceProtected(!wanted.isNull());
        if (!wanted.isNull()) {
            realm.setPermanentLockout(false);
            realm.setFailureFactor(wanted.path("failures").asInt());
            realm.setWaitIncrementSeconds(wanted.path("waitIncrement").asInt());
            realm.setMaxFailureWaitSeconds(wanted.path("maxWait").asInt());
            // Keycloak's additional wait for failures that come fast is not among these numbers.
            realm.setQuickLoginCheckMilliSeconds(0);
            realm.setBruteForceStrategy(BruteForceStrategy.LINEAR);
        }
    }

    private void setText(String member, Consumer<String> setter) {
        if (input.hasNonNull(member)) {
            setter.accept(input.get(member).asText());
        }
    }

    private void setTruth(String member, Consumer<Boolean> setter) {
        if (input.hasNonNull(member)) {
            setter.accept(input.get(member).asBoolean());
        }
    }

    private void setSeconds(String member, Consumer<Integer> setter) {
        if (input.hasNonNull(member)) {
            setter.accept(input.get(member).asInt());
        }
    }
}
