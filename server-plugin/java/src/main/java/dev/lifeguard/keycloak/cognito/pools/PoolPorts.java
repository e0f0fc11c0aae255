package dev.lifeguard.keycloak.cognito.pools;

import java.util.Map;
import java.util.stream.Stream;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.services.managers.RealmManager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import dev.lifeguard.keycloak.cognito.OpenThings;
import dev.lifeguard.keycloak.cognito.PortGroup;
import dev.lifeguard.keycloak.cognito.Records;
import dev.lifeguard.keycloak.cognito.WireRequest;
import dev.lifeguard.keycloak.cognito.access.Signer;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.tab.PolicyMirror;

/** Pools, which are realms. A realm that an administrator has disabled serves nobody, and so is none. */
public final class PoolPorts implements PortGroup {

    private final KeycloakSession session;
    private final WireRequest request;
    private final OpenThings open;
    private final Records records;
    private final Signer signer;

    public PoolPorts(KeycloakSession session, WireRequest request, OpenThings open, Records records, Signer signer) {
        this.session = session;
        this.request = request;
        this.open = open;
        this.records = records;
        this.signer = signer;
    }

    @Override
    public Map<String, Port> ports() {
        return Map.of(
                "openEndpointPool", input -> openEndpointPool(),
                "openPool", this::openPool,
                "pools", this::pools,
                "createPool", this::createPool,
                "pool", input -> records.pool(open.realm()),
                "updatePool", this::updatePool,
                "deletePool", Port.doing(input -> deletePool()));
    }

    private JsonNode openEndpointPool() {
        RealmModel endpoint = request.endpointRealm();
        // Disabled, it is to everybody as if it had no clients and no users.
        if (RealmManager.isAdministrationRealm(endpoint) || !endpoint.isEnabled()) {
            return null;
        }
        open.openRealm(endpoint);
        return records.pool(endpoint);
    }

    private JsonNode openPool(JsonNode input) {
        RealmModel realm = input.hasNonNull("name") ? session.realms().getRealmByName(input.get("name").asText())
                : session.realms().getRealm(input.path("realmId").asText());
        if (realm == null || !realm.isEnabled()) {
            return null;
        }
        open.openRealm(realm);
        return records.pool(realm);
    }

    private JsonNode pools(JsonNode input) {
        ArrayNode list = Json.object().putArray("pools");
        served().filter(RealmModel::isEnabled).filter(signer::maySee)
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .skip(input.path("first").asInt()).limit(input.path("max").asInt())
                .forEach(realm -> list.add(records.pool(realm)));
        return list;
    }

    private Stream<RealmModel> served() {
        RealmModel endpoint = request.endpointRealm();
        return RealmManager.isAdministrationRealm(endpoint)
                ? session.realms().getRealmsStream().filter(realm -> !RealmManager.isAdministrationRealm(realm))
                : Stream.of(endpoint);
    }

    private JsonNode createPool(JsonNode input) {
        String name = input.path("name").asText();
        if (session.realms().getRealmByName(name) != null) {
            return null;
        }
        RealmModel realm = new RealmManager(session).importRealm(likeTheAdminApi(name));
        open.openRealm(realm);
        new PoolTemplate(session, realm).apply();
        signer.manage(realm);
        return updatePool(input);
    }

    /** Keycloak's other way to make a realm leaves out its keys and the time that sign-ins may take. */
    private static RealmRepresentation likeTheAdminApi(String name) {
        RealmRepresentation realm = new RealmRepresentation();
        realm.setRealm(name);
        realm.setEnabled(true);
        return realm;
    }

    private JsonNode updatePool(JsonNode input) {
        RealmModel realm = open.realm();
        new PoolChange(input).writeTo(session, realm);
        PolicyMirror.update(session, realm);
        return records.pool(realm);
    }

    private void deletePool() {
        RealmModel realm = open.realm();
        if (RealmManager.isAdministrationRealm(realm) || !new RealmManager(session).removeRealm(realm)) {
            throw new IllegalStateException("the realm " + realm.getName() + " can't be deleted");
        }
        open.closeRealm();
    }
}
