package dev.lifeguard.keycloak.ports;

import java.util.List;

import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.storage.ReadOnlyException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.engine.CoreEngine;
import dev.lifeguard.keycloak.sms.SmsMessage;
import dev.lifeguard.keycloak.sms.SmsSender;
import dev.lifeguard.keycloak.state.AttemptPlaces;
import dev.lifeguard.keycloak.state.CodeStore;

/** The ports of core/src/ports.ts on Keycloak, for one realm, one user and one request. Each does one thing and decides nothing. */
public final class KeycloakPorts implements CoreEngine.Host {

    /** The ports that this class answers; a test compares them with the core's own list. */
    static final List<String> NAMES = List.of("now", "poolAttributes", "user", "isLocked", "findCode", "issueCode", "sendCode",
            "discardCode", "consumeCode", "takeAttempt", "releaseAttempt", "checkSoftwareToken", "setPhoneNumberVerified", "requireAction");

    private static final String POOL_ATTRIBUTE_PREFIX = "lifeguard.";
    private static final String PHONE_NUMBER = "phoneNumber";
    private static final String PHONE_NUMBER_VERIFIED = "phoneNumberVerified";
    private static final String ENABLED_MFA = "lifeguard.enabledMfa";
    private static final String PREFERRED_MFA = "lifeguard.preferredMfa";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final AuthenticationSessionModel authenticationSession;
    private final PoolClock clock;

    /** @param user absent where only the realm is asked about, likewise the authentication session */
    public KeycloakPorts(KeycloakSession session, RealmModel realm, UserModel user, AuthenticationSessionModel authenticationSession,
            PoolClock clock) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.authenticationSession = authenticationSession;
        this.clock = clock;
    }

    @Override
    public String call(String port, String json) {
        JsonNode input = Json.parse(json);
        ObjectNode answer = Json.object();
        switch (port) {
            case "now" -> answer.put("value", clock.millis(realm));
            case "poolAttributes" -> answer.set("value", poolAttributes());
            case "user" -> answer.set("value", user());
            case "isLocked" -> answer.put("value", isLocked());
            case "findCode" -> answer.set("value", codes(input).find());
            case "issueCode" -> answer.put("value", codes(input).issue(new CodeStore.Order(input.path("digits").asInt(),
                    input.path("destination").asText(), input.path("sentAtInMillis").asLong(), input.path("validityInSeconds").asLong())));
            case "sendCode" -> answer.put("value", sendCode(input));
            case "discardCode" -> answer.put("value", codes(input).discard(input.path("id").asText()));
            case "consumeCode" -> answer.put("value", codes(input).consume(input.path("id").asText(), input.path("code").asText()));
            case "takeAttempt" -> answer.put("value", places(input).take(input.path("limit").asInt(), input.path("lifeInSeconds").asLong()));
            case "releaseAttempt" -> places(input).release(input.path("place").asInt());
            case "checkSoftwareToken" -> answer.put("value", checkSoftwareToken(input));
            case "setPhoneNumberVerified" -> answer.put("value", setPhoneNumberVerified());
            case "requireAction" -> answer.put("value", requireAction(input.path("action").asText()));
            default -> throw new IllegalArgumentException("no port " + port);
        }
        return answer.toString();
    }

    private ObjectNode poolAttributes() {
        ObjectNode attributes = Json.object();
        realm.getAttributes().forEach((name, value) -> {
            if (name.startsWith(POOL_ATTRIBUTE_PREFIX)) {
                attributes.put(name, value);
            }
        });
        return attributes;
    }

    private ObjectNode user() {
        ObjectNode answer = Json.object();
        putIfPresent(answer, "phoneNumber", user.getFirstAttribute(PHONE_NUMBER));
        putIfPresent(answer, "preferredMfa", user.getFirstAttribute(PREFERRED_MFA));
        List<String> enabled = user.getAttributeStream(ENABLED_MFA).toList();
        if (!enabled.isEmpty()) {
            enabled.forEach(answer.putArray("enabledMfa")::add);
        }
        return answer.put("softwareTokens", user.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE).count());
    }

    private static void putIfPresent(ObjectNode object, String name, String value) {
        if (value != null && !value.isEmpty()) {
            object.put(name, value);
        }
    }

    private boolean isLocked() {
        BruteForceProtector protector = session.getProvider(BruteForceProtector.class);
        return !user.isEnabled() || AuthenticatorUtils.getDisabledByBruteForceEventError(protector, session, realm, user) != null;
    }

    private String sendCode(JsonNode input) {
        SmsMessage message = codes(input).message(input.path("message").asText());
        SmsSender sender = session.getProvider(SmsSender.class);
        if (sender == null) {
            return SmsSender.Outcome.REFUSED.inCore();
        }
        return sender.send(message).inCore();
    }

    private boolean checkSoftwareToken(JsonNode input) {
        String code = input.path("code").asText();
        String wanted = input.path("credentialId").asText("");
        return user.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                .map(credential -> credential.getId())
                .filter(id -> wanted.isEmpty() || wanted.equals(id))
                .toList().stream()
                .anyMatch(id -> user.credentialManager().isValid(new UserCredentialModel(id, OTPCredentialModel.TYPE, code)));
    }

    private boolean setPhoneNumberVerified() {
        try {
            user.setSingleAttribute(PHONE_NUMBER_VERIFIED, "true");
            return true;
        } catch (ReadOnlyException userStoreCannotBeWritten) {
            return false;
        }
    }

    private boolean requireAction(String action) {
        RequiredActionProviderModel model = realm.getRequiredActionProviderByAlias(action);
        if (model == null || !model.isEnabled()) {
            return false;
        }
        // On the session and not on the user: a read-only store has nowhere to keep it.
        authenticationSession.addRequiredAction(action);
        return true;
    }

    private CodeStore codes(JsonNode input) {
        return new CodeStore(session, realm, user, input.path("purpose").asText());
    }

    private AttemptPlaces places(JsonNode input) {
        return new AttemptPlaces(session, realm, user, input.path("purpose").asText(), input.path("id").asText());
    }
}
