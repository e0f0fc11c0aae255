package dev.lifeguard.keycloak.cognito.tokens;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;

/**
 * The claim {@code iss} of tokens with Cognito's claims. By the realm's attribute {@code lifeguard.cognito.issuer} it is Keycloak's own,
 * or with {@code cognito} that of AWS, the only one that {@code CognitoJwtVerifier} of aws-jwt-verify takes. Keycloak's own endpoints take
 * access tokens with its own alone: userinfo, introspection, the account API and the Admin API refuse those with the other. Refreshing,
 * revocation and logout by refresh token work with either, because the refresh token always has Keycloak's.
 */
public final class PoolIssuer {

    private static final String ISSUER = "lifeguard.cognito.issuer";
    private static final String POOL_ID = "lifeguard.cognito.poolId";
    private static final String AWS = "cognito";
    private static final Pattern AWS_POOL_ID = Pattern.compile("([a-z]{2,4}(?:-[a-z]+)+-[0-9])_[0-9a-zA-Z]+");
    private static final Pattern UUID_DIGITS = Pattern.compile(".*_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})");

    private PoolIssuer() {
    }

    static String keycloaks(KeycloakSession session, RealmModel realm) {
        return Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName());
    }

    /** @return nothing where the realm has Keycloak's own */
    static Optional<String> aws(RealmModel realm) {
        return AWS.equals(realm.getAttribute(ISSUER)) ? aws(realm.getAttribute(POOL_ID)) : Optional.empty();
    }

    static Optional<String> aws(String poolId) {
        Matcher id = AWS_POOL_ID.matcher(poolId == null ? "" : poolId);
        return id.matches() ? Optional.of("https://cognito-idp." + id.group(1) + ".amazonaws.com/" + poolId) : Optional.empty();
    }

    /** Whether a token with that issuer may be one of the realm's. */
    static boolean isOf(String issuer, KeycloakSession session, RealmModel realm) {
        return keycloaks(session, realm).equals(issuer) || aws(realm).filter(issuer::equals).isPresent();
    }

    /** @return the realm that an issuer of either form names; whether the token is that realm's its signature has to say */
    static RealmModel realmNamedBy(String issuer, KeycloakSession session) {
        String name = lastSegment(issuer);
        RealmModel realm = name.isEmpty() ? null : session.realms().getRealmByName(name);
        Matcher digits = UUID_DIGITS.matcher(name);
        if (realm == null && digits.matches()) {
            return session.realms().getRealm(String.join("-", digits.group(1), digits.group(2), digits.group(3), digits.group(4), digits.group(5)));
        }
        return realm;
    }

    static String lastSegment(String issuer) {
        try {
            String path = URI.create(issuer).getRawPath();
            // A plus is a plus in a path.
            return path == null ? "" : URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }
}
