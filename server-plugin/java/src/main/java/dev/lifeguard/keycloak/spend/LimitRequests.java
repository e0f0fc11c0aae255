package dev.lifeguard.keycloak.spend;

import java.util.Locale;
import java.util.UUID;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Json;
import jakarta.persistence.EntityManager;

/** The requests of one realm for a higher limit, in the transaction of the administrator's own request. */
public final class LimitRequests {

    private static final int LISTED = 200;

    private final EntityManager entities;
    private final RealmModel realm;

    public LimitRequests(KeycloakSession session, RealmModel realm) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realm = realm;
    }

    public ArrayNode list() {
        ArrayNode list = Json.object().putArray("list");
        entities.createQuery("select r from LimitRequest r where r.realmId = :realm"
                + " order by case when r.state = :open then 0 else 1 end, r.requestedAt desc, r.id", LimitRequest.class)
                .setParameter("realm", realm.getId()).setParameter("open", LimitRequest.State.OPEN).setMaxResults(LISTED).getResultList()
                .forEach(request -> list.add(describe(request)));
        return list;
    }

    public ObjectNode add(JsonNode input) {
        LimitRequest request = new LimitRequest(UUID.randomUUID().toString(), realm.getId(), input.path("amountInMicroUsd").asLong(),
                input.path("reason").asText(), input.path("requestedBy").asText(), input.path("requestedAtInMillis").asLong());
        entities.persist(request);
        return describe(request);
    }

    /** @return JSON null when there is no such request, or it is decided */
    public JsonNode decide(JsonNode input) {
        String id = input.path("id").asText();
        int changed = entities.createQuery("update LimitRequest r set r.state = :state, r.decidedBy = :by, r.decidedAt = :at"
                + " where r.id = :id and r.realmId = :realm and r.state = :open")
                .setParameter("state", LimitRequest.State.valueOf(input.path("state").asText().toUpperCase(Locale.ROOT)))
                .setParameter("by", input.path("decidedBy").asText()).setParameter("at", input.path("decidedAtInMillis").asLong())
                .setParameter("id", id).setParameter("realm", realm.getId()).setParameter("open", LimitRequest.State.OPEN).executeUpdate();
        return changed == 1 ? describe(entities.find(LimitRequest.class, id)) : NullNode.getInstance();
    }

    private static ObjectNode describe(LimitRequest request) {
        ObjectNode description = Json.object()
                .put("id", request.id())
                .put("amountInMicroUsd", request.amount())
                .put("reason", request.reason())
                .put("state", request.state().name().toLowerCase(Locale.ROOT))
                .put("requestedBy", request.requestedBy())
                .put("requestedAtInMillis", request.requestedAt());
        if (request.decidedAt() != null) {
            description.put("decidedBy", request.decidedBy()).put("decidedAtInMillis", request.decidedAt());
        }
        return description;
    }
}
