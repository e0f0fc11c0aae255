package dev.lifeguard.keycloak.sms;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultProvider;
import org.keycloak.vault.VaultStringSecret;

/** A secret of the configuration: the value itself, or <code>${vault.name}</code>, which each realm may have its own of. */
public final class Secret {

    private static final String REFERENCE = "${vault.";

    private final String configured;

    Secret(String configured) {
        this.configured = configured;
    }

    /**
     * @return the value for the realm of the session, without the line break that files end with; nothing when the vault does not have it.
     *         The reference itself is never taken for the secret
     */
    public Optional<String> reveal(KeycloakSession session) {
        if (!configured.startsWith(REFERENCE)) {
            return Optional.of(configured);
        }
        if (session.getProvider(VaultProvider.class) == null) {
            return Optional.empty();
        }
        try (VaultStringSecret secret = session.vault().getStringSecret(configured)) {
            return secret.get().map(String::stripTrailing).filter(value -> !value.isEmpty() && !value.equals(configured));
        }
    }

    @Override
    public String toString() {
        return "Secret[withheld]";
    }
}
