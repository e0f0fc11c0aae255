package dev.lifeguard.keycloak.cognito;

import java.util.Optional;
import java.util.regex.Pattern;

import org.keycloak.models.RealmModel;

/** The part of a pool's id after the underscore, as core/src/cognito/pool/pool-id.ts makes it. SRP hashes it into every verifier. */
public final class PoolName {

    private static final Pattern POOL_ID = Pattern.compile("[a-z]{2,4}(?:-[a-z]+)+-[0-9]_[0-9a-zA-Z]+");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");

    private PoolName() {
    }

    /** @return nothing for the few realms that have no id as a pool */
    public static Optional<String> of(RealmModel realm) {
        return of(realm.getName(), realm.getId());
    }

    static Optional<String> of(String realmName, String realmId) {
        if (POOL_ID.matcher(realmName).matches()) {
            return Optional.of(realmName.substring(realmName.indexOf('_') + 1));
        }
        return UUID.matcher(realmId).matches() ? Optional.of(realmId.replace("-", "")) : Optional.empty();
    }
}
