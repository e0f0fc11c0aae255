package dev.lifeguard.keycloak.sms;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultProvider;
import org.keycloak.vault.VaultStringSecret;

/**
 * A secret of the configuration: the value itself, or {@code vault:NAME} for one of Keycloak's vault, which each realm may have its own of.
 * The server's configuration takes <code>${vault.NAME}</code>, as it stands elsewhere in Keycloak, for an expression of its own.
 */
public final class Secret {

    private static final Pattern REFERENCE = Pattern.compile("vault:(.+)|\\$\\{vault\\.(.+)}");

    private final String configured;

    public Secret(String configured) {
        this.configured = configured;
    }

    /**
     * @return the value for the realm of the session, without the line break that files end with; nothing when the vault does not have it.
     *         The reference itself is never taken for the secret
     */
    public Optional<String> reveal(KeycloakSession session) {
        Matcher reference = REFERENCE.matcher(configured);
        if (!reference.matches()) {
            return Optional.of(configured);
        }
        if (session.getProvider(VaultProvider.class) == null) {
            return Optional.empty();
        }
        String name = reference.group(1) == null ? reference.group(2) : reference.group(1);
        try (VaultStringSecret secret = session.vault().getStringSecret("${vault." + name + "}")) {
            return secret.get().map(String::stripTrailing).filter(value -> !value.isEmpty());
        }
    }

    @Override
    public String toString() {
        return "Secret[withheld]";
    }
}
