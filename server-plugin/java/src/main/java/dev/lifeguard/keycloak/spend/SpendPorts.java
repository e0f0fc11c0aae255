package dev.lifeguard.keycloak.spend;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.metrics.PoolMetrics;

/** What the core asks about money, for one realm and one request. */
public final class SpendPorts {

    private static final Logger LOG = Logger.getLogger(SpendPorts.class);
    private static final String NO_COUNTRY = "--";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final SpendLedger ledger;

    public SpendPorts(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.ledger = new SpendLedger(session.getKeycloakSessionFactory());
    }

    public String countryOf(String phoneNumber) {
        return PhoneCountry.of(phoneNumber);
    }

    public ObjectNode reserve(JsonNode input) {
        SubjectKeys keys = new SubjectKeys(session, realm);
        long limitInMicroUsd = input.path("monthlyLimitInMicroUsd").asLong();
        JsonNode caps = input.path("caps");
        SpendLedger.Reservation reservation = ledger.reserve(
                new SpentText.Order(realm.getId(), user.getId(), keys.of(input.path("phoneNumber").asText()), keys.of(input.path("address").asText()),
                        input.path("day").asText(), country(input), input.path("priceInMicroUsd").asLong(), input.path("reservedAtInMillis").asLong()),
                limitInMicroUsd,
                new SpendLedger.Caps(input.path("countedSinceInMillis").asLong(), caps.path("user-cap").asInt(), caps.path("number-cap").asInt(),
                        caps.path("address-cap").asInt(), caps.path("pool-cap").asInt()));
        PoolMetrics.spend(realm, input.path("day").asText().substring(0, 7), reservation.spentInMicroUsd(), limitInMicroUsd);
        ObjectNode answer = Json.object().put("ok", reservation.refusal() == null).put("toldInPercent", reservation.toldPercent());
        return reservation.refusal() == null
                ? answer.put("id", reservation.id()).put("spentInMicroUsd", reservation.spentInMicroUsd())
                : answer.put("reason", reservation.refusal());
    }

    /** A text that has gone is not denied to its user because nobody could write that down: unsettled, it stays paid for. */
    public void settle(JsonNode input) {
        SpentText.State outcome = outcome(input.path("outcome").asText());
        switch (outcome) {
            case ACCEPTED -> PoolMetrics.sentText(realm);
            case UNANSWERED -> PoolMetrics.unansweredText(realm);
            // Counted with its reason, as every text that is not sent.
            default -> { }
        }
        try {
            ledger.settle(input.path("id").asText(), outcome);
        } catch (RuntimeException e) {
            LOG.error("The price of a text could not be settled; it stays reserved until the next purge", e);
        }
        if (outcome != SpentText.State.REFUSED) {
            TextSentEvent.report(session, realm, user, input.path("id").asText(), outcome);
        }
    }

    public void countRefusal(JsonNode input) {
        PoolMetrics.refusedText(realm, input.path("reason").asText());
        ledger.countRefusal(realm.getId(), input.path("day").asText(), country(input), input.path("reason").asText());
    }

    public void tellThreshold(JsonNode input) {
        long limitInMicroUsd = input.path("monthlyLimitInMicroUsd").asLong();
        int percent = input.path("percent").asInt();
        if (ledger.claimThreshold(realm.getId(), input.path("day").asText().substring(0, 7), percent, limitInMicroUsd,
                input.path("spentInMicroUsd").asLong())) {
            LOG.warnf("Texts of realm %s have reached %d %% of this month's limit", realm.getName(), percent);
            SpendAlerts.of(session).wake();
        }
    }

    public ObjectNode of(String month) {
        return new SpendBooks(session, realm).of(month);
    }

    private static SpentText.State outcome(String outcome) {
        return switch (outcome) {
            case "accepted" -> SpentText.State.ACCEPTED;
            case "refused" -> SpentText.State.REFUSED;
            default -> SpentText.State.UNANSWERED;
        };
    }

    private static String country(JsonNode input) {
        return input.path("country").asText(NO_COUNTRY);
    }
}
