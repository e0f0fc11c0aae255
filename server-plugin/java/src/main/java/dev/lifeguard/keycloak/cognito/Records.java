package dev.lifeguard.keycloak.cognito;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** PortPool, PortClient and PortUserRecord of core/src/cognito/ports.ts. */
public interface Records {

    ObjectNode pool(RealmModel realm);

    ObjectNode client(ClientModel client);

    ObjectNode user(UserModel user);
}
