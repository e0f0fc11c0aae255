package dev.lifeguard.keycloak.factorshare;

import java.util.List;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Json;

/** What an administrator sees of the factors of all users: how many have which, now and on the days before. */
public final class FactorShares {

    private FactorShares() {
    }

    public static ObjectNode read(KeycloakSession session, RealmModel realm) {
        FactorDays days = new FactorDays(session.getKeycloakSessionFactory(), realm.getId());
        days.count(true);
        List<FactorDay> newest = days.newest(session);
        ObjectNode answer = Json.object().put("ok", true);
        newest.get(0).describe(answer);
        ArrayNode history = answer.putArray("history");
        newest.forEach(day -> day.describe(history.insertObject(0)));
        return answer;
    }
}
