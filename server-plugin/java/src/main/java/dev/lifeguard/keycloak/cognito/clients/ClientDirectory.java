package dev.lifeguard.keycloak.cognito.clients;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.RealmManager;

/** Finds clients, in one realm or in all that an endpoint serves. */
final class ClientDirectory {

    private static final Set<String> MADE_BY_KEYCLOAK = Set.copyOf(Constants.defaultClients);
    private static final int ENOUGH_TO_BE_AMBIGUOUS = 2;
    /** Marks the clients of the API; core/src/cognito/client/client-settings.ts. Any other client of the same name is not meant. */
    private static final String REALMS_OF_CLIENT = "select c.realmId from ClientEntity c join c.attributes a, RealmEntity r"
            + " where c.clientId = :clientId and a.name = 'lifeguard.cognito.client' and r.id = c.realmId and r.name <> :administrators";

    private final KeycloakSession session;
    private final RealmModel endpoint;

    ClientDirectory(KeycloakSession session, RealmModel endpoint) {
        this.session = session;
        this.endpoint = endpoint;
    }

    /** @return null when there is none, or when several realms have one */
    ClientModel findAnywhere(String clientId) {
        if (!RealmManager.isAdministrationRealm(endpoint)) {
            return find(endpoint, clientId);
        }
        List<String> realms = session.getProvider(JpaConnectionProvider.class).getEntityManager().createQuery(REALMS_OF_CLIENT, String.class)
                .setParameter("clientId", clientId)
                .setParameter("administrators", Config.getAdminRealm())
                .setMaxResults(ENOUGH_TO_BE_AMBIGUOUS)
                .getResultList();
        return realms.size() == 1 ? find(session.realms().getRealm(realms.get(0)), clientId) : null;
    }

    static ClientModel find(RealmModel realm, String clientId) {
        return realm != null && realm.isEnabled() ? realm.getClientByClientId(clientId) : null;
    }

    /** By their ids. */
    static Stream<ClientModel> list(RealmModel realm, int first, int max) {
        return realm.getClientsStream().filter(client -> !MADE_BY_KEYCLOAK.contains(client.getClientId()))
                .sorted((one, other) -> one.getClientId().compareTo(other.getClientId()))
                .skip(first).limit(max);
    }
}
