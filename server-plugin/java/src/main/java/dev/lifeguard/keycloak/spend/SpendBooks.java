package dev.lifeguard.keycloak.spend;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

/** Reads what one realm has spent. */
final class SpendBooks {

    private final EntityManager entities;
    private final RealmModel realm;

    SpendBooks(KeycloakSession session, RealmModel realm) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realm = realm;
    }

    ObjectNode of(String month) {
        SpendMonth spent = entities.find(SpendMonth.class, new SpendMonth.Key(realm.getId(), month));
        ObjectNode answer = Json.object().put("spentInMicroUsd", spent == null ? 0 : spent.spentInMicroUsd());
        ArrayNode tallies = answer.putArray("tallies");
        entities.createQuery("select t.day as day, t.country as country, t.outcome as outcome, t.texts as texts, t.cost as cost"
                + " from SpendTally t where t.realmId = :realm and t.day between :first and :last order by t.day, t.country, t.outcome", Tuple.class)
                .setParameter("realm", realm.getId()).setParameter("first", month + "-01").setParameter("last", month + "-31")
                .getResultList().forEach(row -> tallies.addObject()
                        .put("day", row.get("day", String.class))
                        .put("country", row.get("country", String.class))
                        .put("outcome", row.get("outcome", String.class))
                        .put("texts", row.get("texts", Long.class))
                        .put("costInMicroUsd", row.get("cost", Long.class)));
        return answer;
    }
}
