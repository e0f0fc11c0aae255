package dev.lifeguard.keycloak.cognito.clients;

import java.util.HashMap;
import java.util.Map;

import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.managers.ClientManager;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.cognito.Given;

/** Writes clients by Keycloak's own representation of them; ClientChange of core/src/cognito/records.ts. */
final class ClientChange {

    private static final String SEPARATOR = "##";

    private final JsonNode input;
    private final Given given;

    ClientChange(JsonNode input) {
        this.input = input;
        this.given = new Given(input);
    }

    ClientModel create(KeycloakSession session, RealmModel realm) {
        ClientRepresentation representation = representation();
        representation.setClientId(input.path("clientId").asText());
        representation.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        representation.setEnabled(true);
        given.text("secret", representation::setSecret);
        ClientModel client = ClientManager.createClient(session, realm, representation);
        finish(session, client);
        return client;
    }

    void update(KeycloakSession session, ClientModel client) {
        RepresentationToModel.updateClient(representation(), client, session);
        given.removedAttributes(client::removeAttribute);
        finish(session, client);
    }

    private void finish(KeycloakSession session, ClientModel client) {
        given.truth("serviceAccount", isWanted -> ClientManager.updateClientServiceAccount(session, client, isWanted));
        setScopes(client, "defaultScopes", true);
        setScopes(client, "optionalScopes", false);
    }

    private ClientRepresentation representation() {
        ClientRepresentation representation = new ClientRepresentation();
        given.text("name", representation::setName);
        given.truth("isPublic", representation::setPublicClient);
        given.truth("standardFlow", representation::setStandardFlowEnabled);
        given.truth("implicitFlow", representation::setImplicitFlowEnabled);
        given.truth("directAccessGrants", representation::setDirectAccessGrantsEnabled);
        given.truth("serviceAccount", representation::setServiceAccountsEnabled);
        given.texts("redirectUris", representation::setRedirectUris);
        Map<String, String> attributes = new HashMap<>();
        given.texts("postLogoutRedirectUris", uris -> attributes.put(OIDCConfigAttributes.POST_LOGOUT_REDIRECT_URIS, String.join(SEPARATOR, uris)));
        given.attributes(attributes::put);
        representation.setAttributes(attributes);
        return representation;
    }

    private void setScopes(ClientModel client, String member, boolean byDefault) {
        given.texts(member, names -> {
            client.getClientScopes(byDefault).forEach((name, scope) -> {
                if (!names.contains(name)) {
                    client.removeClientScope(scope);
                }
            });
            names.forEach(name -> {
                if (name.equals(ApiScope.NAME)) {
                    ApiScope.makeIfMissing(client.getRealm());
                }
                ClientScopeModel scope = KeycloakModelUtils.getClientScopeByName(client.getRealm(), name);
                // What a realm does not have, nobody can ask it for.
                if (scope != null && !client.getClientScopes(byDefault).containsKey(name)) {
                    client.removeClientScope(scope);
                    client.addClientScope(scope, byDefault);
                }
            });
        });
    }
}
