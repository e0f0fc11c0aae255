package dev.lifeguard.keycloak.cognito.tokens;

import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;
import org.keycloak.representations.RefreshToken;
import org.keycloak.services.ErrorResponseException;

import jakarta.ws.rs.core.Response;

/**
 * Runs whenever tokens are made, here or by an endpoint of Keycloak. A refresh token has Keycloak's own issuer, whatever the access
 * token has, because Keycloak takes no other back; and one that was rotated away is taken nowhere.
 */
public final class RefreshTokenKeeper implements TokenPostProcessor {

    private final KeycloakSession session;

    private RefreshTokenKeeper(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        RefreshToken used = context.requestRefreshToken();
        if (used != null && new Rotation(session).isOver(used)) {
            throw new ErrorResponseException(OAuthErrorException.INVALID_GRANT, "Token is not active", Response.Status.BAD_REQUEST);
        }
        RefreshToken made = context.refreshToken();
        if (made != null && PoolIssuer.aws(session.getContext().getRealm()).filter(made.getIssuer()::equals).isPresent()) {
            String issuer = PoolIssuer.keycloaks(session, session.getContext().getRealm());
            made.issuer(issuer).audience(issuer);
        }
    }

    public static final class Factory implements TokenPostProcessorFactory {

        @Override
        public TokenPostProcessor create(KeycloakSession session) {
            return new RefreshTokenKeeper(session);
        }

        @Override
        public String getId() {
            return "lifeguard-cognito-refresh-token";
        }
    }
}
