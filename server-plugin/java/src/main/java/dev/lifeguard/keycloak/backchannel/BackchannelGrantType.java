package dev.lifeguard.keycloak.backchannel;

import org.jboss.logging.Logger;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.grants.ciba.CibaGrantType;
import org.keycloak.protocol.oidc.grants.ciba.channel.CIBAAuthenticationRequest;
import org.keycloak.services.CorsErrorResponseException;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.ports.KeycloakPorts;
import dev.lifeguard.keycloak.ports.PoolClock;
import jakarta.ws.rs.core.Response;

/**
 * Keycloak's grant for client-initiated backchannel authentication (CIBA), which runs no flow, with one question to the core before
 * it: whether the user may enter that way. It is asked at every poll, so that a client does not wait for what it can't get.
 */
final class BackchannelGrantType extends CibaGrantType {

    private static final Logger LOG = Logger.getLogger(BackchannelGrantType.class);

    @Override
    public Response process(Context context) {
        setContext(context);
        UserModel user = requestedUser();
        // Without a user there is nobody to sign in, and Keycloak says why.
        if (user != null && !mayEnter(user)) {
            event.user(user).detail("lifeguard_reason", "backchannel_refused").error(Errors.ACCESS_DENIED);
            throw new CorsErrorResponseException(cors, OAuthErrorException.ACCESS_DENIED,
                    "The user needs a second factor, which this grant does not ask for.", Response.Status.BAD_REQUEST);
        }
        return super.process(context);
    }

    private UserModel requestedUser() {
        String id = formParams.getFirst(AUTH_REQ_ID);
        if (id == null) {
            return null;
        }
        try {
            return session.users().getUserById(realm, CIBAAuthenticationRequest.deserialize(session, id).getSubject());
        } catch (RuntimeException unreadable) {
            LOG.debugf("CIBA request id can't be read: %s", unreadable.getMessage());
            return null;
        }
    }

    private boolean mayEnter(UserModel user) {
        try {
            return Core.get().ask("mayEnterByBackchannel", Json.object(), new KeycloakPorts(session, realm, user, null, PoolClock.ofServer()))
                    .asBoolean(false);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Lifeguard denied a backchannel sign-in in realm %s: the core gave no answer", realm.getName());
            return false;
        }
    }
}
