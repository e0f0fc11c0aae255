package dev.lifeguard.keycloak.ports;

import java.util.List;
import java.util.UUID;

import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.urls.UrlType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.engine.CoreEngine;
import dev.lifeguard.keycloak.sms.Outcome;
import dev.lifeguard.keycloak.sms.SmsMessage;
import dev.lifeguard.keycloak.sms.SmsSender;
import dev.lifeguard.keycloak.spend.LimitRequests;
import dev.lifeguard.keycloak.spend.SpendPorts;
import dev.lifeguard.keycloak.state.AttemptPlaces;
import dev.lifeguard.keycloak.state.CodeStore;

/** The ports of core/src/ports.ts on Keycloak, for one realm, one user and one request. Each does one thing and decides nothing. */
public final class KeycloakPorts implements CoreEngine.Host {

    /** The ports that this class answers; a test compares them with the core's own list. */
    static final List<String> NAMES = List.of(
            "now",
            "poolAttributes",
            "user",
            "isLocked",

            "findCode",
            "issueCode",
            "sendCode",
            "discardCode",
            "isRightCode",
            "consumeCode",

            "countryOf",
            "clientAddress",
            "reserveSpend",
            "settleSpend",
            "countRefusal",
            "tellThreshold",

            "spendOf",
            "limitRequests",
            "addLimitRequest",
            "decideLimitRequest",

            "takeAttempt",
            "releaseAttempt",

            "checkSoftwareToken",
            "softwareTokens",
            "removeSoftwareToken",

            "setPhoneNumberVerified",
            "setPhoneNumber",
            "removePhoneNumber",
            "setMfaSettings",
            "listPhoneFactor",
            "requireAction",

            "host",

            "setPoolAttributes");

    private static final String POOL_ATTRIBUTE_PREFIX = "lifeguard.";
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
            case "user" -> answer.set("value", storedUser().read());
            case "isLocked" -> answer.put("value", isLocked());
            case "findCode" -> answer.set("value", codes(input).find());
            case "issueCode" -> answer.put("value", codes(input).issue(new CodeStore.Order(input.path("digits").asInt(),
                    input.path("destination").asText(), input.path("sentAtInMillis").asLong(), input.path("validityInSeconds").asLong())));
            case "sendCode" -> answer.put("value", sendCode(input));
            case "countryOf" -> answer.put("value", spend().countryOf(input.path("phoneNumber").asText()));
            case "clientAddress" -> answer.put("value", session.getContext().getConnection().getRemoteAddr());
            case "reserveSpend" -> answer.set("value", spend().reserve(input));
            case "settleSpend" -> spend().settle(input);
            case "countRefusal" -> spend().countRefusal(input);
            case "tellThreshold" -> spend().tellThreshold(input);
            case "spendOf" -> answer.set("value", spend().of(input.path("month").asText()));
            case "limitRequests" -> answer.set("value", limitRequests().list());
            case "addLimitRequest" -> answer.set("value", limitRequests().add(input));
            case "decideLimitRequest" -> answer.set("value", limitRequests().decide(input));
            case "discardCode" -> answer.put("value", codes(input).discard(input.path("id").asText()));
            case "isRightCode" -> answer.put("value", codes(input).isRight(input.path("id").asText(), input.path("code").asText()));
            case "consumeCode" -> answer.put("value", codes(input).consume(input.path("id").asText(), input.path("code").asText()));
            case "takeAttempt" -> answer.put("value", places(input).take(input.path("limit").asInt(), input.path("lifeInSeconds").asLong()));
            case "releaseAttempt" -> places(input).release(input.path("place").asInt());
            case "checkSoftwareToken" -> answer.put("value", storedUser().isValidCode(input.path("code").asText(), input.path("credentialId").asText("")));
            case "softwareTokens" -> answer.set("value", storedUser().softwareTokens());
            case "removeSoftwareToken" -> answer.put("value", storedUser().removeSoftwareToken(input.path("id").asText()));
            case "setPhoneNumberVerified" -> answer.put("value", storedUser().setPhoneNumberVerified());
            case "setPhoneNumber" -> answer.put("value", storedUser().setPhoneNumber(input.path("phoneNumber").asText(), input.path("verified").asBoolean()));
            case "removePhoneNumber" -> answer.put("value", storedUser().removePhoneNumber());
            case "setMfaSettings" -> answer.put("value", storedUser().setMfaSettings(input));
            case "listPhoneFactor" -> storedUser().listPhoneFactor(input.path("label").asText(null));
            case "requireAction" -> answer.put("value", requireAction(input.path("action").asText()));
            case "host" -> answer.put("value", session.getContext().getUri(UrlType.FRONTEND).getBaseUri().getHost());
            case "setPoolAttributes" -> input.path("attributes").properties()
                    .forEach(attribute -> realm.setAttribute(attribute.getKey(), attribute.getValue().asText()));
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

    private boolean isLocked() {
        BruteForceProtector protector = session.getProvider(BruteForceProtector.class);
        return !user.isEnabled() || AuthenticatorUtils.getDisabledByBruteForceEventError(protector, session, realm, user) != null;
    }

    private String sendCode(JsonNode input) {
        SmsMessage message = codes(input).message(input.path("id").asText(UUID.randomUUID().toString()), input.path("message").asText(),
                input.path("maxPriceInMicroUsd").asLong(SmsMessage.NO_MAX_PRICE));
        SmsSender sender = session.getProvider(SmsSender.class);
        Outcome outcome = sender == null ? Outcome.unavailable("no SMS gateway is configured") : sender.send(message);
        return outcome.inCore();
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

    private StoredUser storedUser() {
        return new StoredUser(user);
    }

    private SpendPorts spend() {
        return new SpendPorts(session, realm, user);
    }

    private LimitRequests limitRequests() {
        return new LimitRequests(session, realm);
    }

    private CodeStore codes(JsonNode input) {
        return new CodeStore(session, realm, user, input.path("purpose").asText());
    }

    private AttemptPlaces places(JsonNode input) {
        return new AttemptPlaces(session, realm, user, input.path("purpose").asText(), input.path("id").asText());
    }
}
