package dev.lifeguard.keycloak.tab;

import java.util.List;

import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ui.extend.UiTabProvider;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.ports.KeycloakPorts;
import dev.lifeguard.keycloak.ports.PoolClock;
import dev.lifeguard.keycloak.ports.PoolRealms;

/** Keeps the component of the policy's tab as the realm's attributes are, whoever has changed them. */
public final class PolicyMirror {

    private PolicyMirror() {
    }

    /** Does nothing where the server has no such tabs. */
    public static void update(KeycloakSession session, RealmModel realm) {
        if (session.getKeycloakSessionFactory().getProviderFactory(UiTabProvider.class, PolicyTabFactory.ID) == null) {
            return;
        }
        MultivaluedHashMap<String, String> policy = policy(session, realm);
        List<ComponentModel> tabs = realm.getComponentsStream(realm.getId(), UiTabProvider.class.getName())
                .filter(component -> PolicyTabFactory.ID.equals(component.getProviderId())).toList();
        if (tabs.isEmpty()) {
            ComponentModel tab = new ComponentModel();
            tab.setName(PolicyTabFactory.ID);
            tab.setProviderId(PolicyTabFactory.ID);
            tab.setProviderType(UiTabProvider.class.getName());
            tab.setParentId(realm.getId());
            tab.setConfig(policy);
            // Tells nobody, unlike adding one: there is nothing to save.
            realm.importComponentModel(tab);
        }
        tabs.stream().filter(tab -> isBehind(tab, policy)).forEach(tab -> {
            tab.getConfig().putAll(policy);
            realm.updateComponent(tab);
        });
    }

    /** A server may have had no such tabs until now, or the realms were changed while it had none. */
    static void updateAll(KeycloakSessionFactory sessions) {
        List<String> realms = KeycloakModelUtils.runJobInTransactionWithResult(sessions, PoolRealms::ids);
        realms.forEach(id -> KeycloakModelUtils.runJobInTransaction(sessions, session -> update(session, session.realms().getRealm(id))));
    }

    private static MultivaluedHashMap<String, String> policy(KeycloakSession session, RealmModel realm) {
        JsonNode form = Core.get().ask("showPolicyForm", Json.object(), new KeycloakPorts(session, realm, null, null, PoolClock.ofServer()));
        MultivaluedHashMap<String, String> policy = new MultivaluedHashMap<>();
        form.properties().forEach(field -> policy.putSingle(field.getKey(), field.getValue().asText()));
        policy.putSingle(PolicyTabFactory.CONSOLE, "/realms/" + realm.getName() + "/lifeguard/console/");
        return policy;
    }

    /** Keycloak keeps no empty values. */
    private static boolean isBehind(ComponentModel tab, MultivaluedHashMap<String, String> policy) {
        return policy.keySet().stream().anyMatch(name -> !policy.getFirst(name).equals(tab.get(name, "")));
    }
}
