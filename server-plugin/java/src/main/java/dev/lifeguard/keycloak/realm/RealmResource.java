package dev.lifeguard.keycloak.realm;

import org.keycloak.models.KeycloakSession;

import dev.lifeguard.keycloak.cognito.http.CognitoResource;
import jakarta.ws.rs.Path;

/** {@code /realms/{realm}/lifeguard}: what is there for everybody. A part that needs rights asks for them itself. */
public class RealmResource {

    private final KeycloakSession session;

    RealmResource(KeycloakSession session) {
        this.session = session;
    }

    @Path("console")
    public ConsoleResource console() {
        return new ConsoleResource(session);
    }

    @Path("cognito")
    public CognitoResource cognito() {
        return new CognitoResource(session);
    }

    @Path("sms/receipts/{gateway}/{id}")
    public ReceiptsResource receipts() {
        return new ReceiptsResource(session);
    }
}
