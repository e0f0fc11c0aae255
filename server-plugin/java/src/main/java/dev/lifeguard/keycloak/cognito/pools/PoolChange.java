package dev.lifeguard.keycloak.cognito.pools;

import java.util.HashMap;
import java.util.Map;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.RealmRepresentation.BruteForceStrategy;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.cognito.Given;

/** Writes a realm; PoolChange of core/src/cognito/records.ts. What is absent stays. */
final class PoolChange {

    private final JsonNode input;
    private final Given given;

    PoolChange(JsonNode input) {
        this.input = input;
        this.given = new Given(input);
    }

    void writeTo(KeycloakSession session, RealmModel realm) {
        given.text("displayName", realm::setDisplayName);
        given.text("passwordPolicy", policy -> realm.setPasswordPolicy(PasswordPolicy.parse(session, policy)));
        given.truth("loginWithEmail", realm::setLoginWithEmailAllowed);
        given.truth("duplicateEmails", realm::setDuplicateEmailsAllowed);
        given.truth("registration", realm::setRegistrationAllowed);
        given.truth("resetPassword", realm::setResetPasswordAllowed);
        given.number("accessTokenLifespan", realm::setAccessTokenLifespan);
        given.number("ssoSessionIdle", realm::setSsoSessionIdleTimeout);
        given.number("ssoSessionMax", realm::setSsoSessionMaxLifespan);
        setBruteForce(realm);
        if (input.hasNonNull("smtp")) {
            Map<String, String> smtp = new HashMap<>();
            input.get("smtp").properties().forEach(option -> smtp.put(option.getKey(), option.getValue().asText()));
            realm.setSmtpConfig(smtp);
        }
        given.attributes(realm::setAttribute);
        given.removedAttributes(realm::removeAttribute);
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
}
