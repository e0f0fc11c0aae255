package dev.lifeguard.keycloak.cognito.srp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;

import dev.lifeguard.keycloak.cognito.sealing.SealingKey;
import dev.lifeguard.keycloak.sms.Secret;

/**
 * The keys under which verifiers are kept. A verifier is quick to guess a password from, unlike Keycloak's hashes, so that whoever
 * steals the database must not get the key with it: it is an option of the server, {@code --spi-credential--lifeguard-srp--key}. That is
 * at least 32 random bytes in base64, {@code file:PATH} for a file that holds them, or {@code vault:NAME} for Keycloak's vault, which may
 * have one of its own for each realm. To change it, put the new one there and the old one into {@code previous-keys}, separated by
 * commas: each verifier is made anew when its user next signs in with the password.
 */
public final class SrpKeys {

    private static final Logger LOG = Logger.getLogger(SrpKeys.class);

    private static final int MIN_BYTES = 32;
    private static final String FILE = "file:";
    private static final String USE = "srp";

    private static SrpKeys ofServer;

    private final List<Secret> configured;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** @throws IllegalStateException for a key that is too short or can't be read: the server does not start */
    public static synchronized SrpKeys ofServer() {
        if (ofServer == null) {
            ofServer = read();
        }
        return ofServer;
    }

    private static SrpKeys read() {
        Config.Scope scope = Config.scope("credential", "lifeguard-srp");
        String previous = scope.get("previousKeys", "");
        return new SrpKeys(Stream.concat(Stream.of(scope.get("key", "")), Stream.of(previous.split(","))).map(String::strip)
                .filter(key -> !key.isEmpty()).toList());
    }

    /** @param keys the current one first */
    SrpKeys(List<String> keys) {
        List<Secret> read = new ArrayList<>();
        for (String key : keys) {
            if (key.startsWith("vault:")) {
                read.add(new Secret(key));
            } else {
                String text = key.startsWith(FILE) ? contentOf(Path.of(key.substring(FILE.length()))) : key;
                if (decode(text).isEmpty()) {
                    throw new IllegalStateException("Lifeguard does not start: a key for SRP verifiers is not base64 of " + MIN_BYTES
                            + " bytes or more. Make one with: openssl rand -base64 " + MIN_BYTES);
                }
                read.add(new Secret(text));
            }
        }
        configured = List.copyOf(read);
    }

    /** @return the key for what is sealed now; nothing where no key is configured, or the vault does not have it for the realm of the session */
    Optional<SealingKey> current(KeycloakSession session) {
        Optional<SealingKey> key = configured.isEmpty() ? Optional.empty() : reveal(session, configured.get(0));
        if (key.isEmpty() && warned.compareAndSet(false, true)) {
            LOG.warnf("Realm %s keeps SRP verifiers by its settings, but the server has no key for them: none is kept, and USER_SRP_AUTH is "
                    + "refused. Set --spi-credential--lifeguard-srp--key.", session.getContext().getRealm().getName());
        }
        return key;
    }

    /** Whether verifiers of the session's realm can be kept. */
    public boolean hasKey(KeycloakSession session) {
        return !configured.isEmpty() && reveal(session, configured.get(0)).isPresent();
    }

    /** @return the key with that id */
    Optional<SealingKey> byId(KeycloakSession session, String id) {
        return configured.stream().flatMap(secret -> reveal(session, secret).stream()).filter(key -> key.id().equals(id)).findFirst();
    }

    private static Optional<SealingKey> reveal(KeycloakSession session, Secret secret) {
        return secret.reveal(session).flatMap(SrpKeys::decode).map(bytes -> new SealingKey(bytes, USE));
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64)).filter(bytes -> bytes.length >= MIN_BYTES);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException("Lifeguard does not start: the key for SRP verifiers can't be read from " + file + ".", e);
        }
    }
}
