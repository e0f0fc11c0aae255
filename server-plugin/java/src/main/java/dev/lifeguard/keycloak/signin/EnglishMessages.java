package dev.lifeguard.keycloak.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;

import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/** Texts for programs. `error_description` is ASCII (RFC 6749 section 5.2), so it is English in whatever language the realm speaks. */
public final class EnglishMessages {

    private EnglishMessages() {
    }

    public static String format(KeycloakSession session, String key, Object... parameters) {
        try {
            String pattern = session.theme().getTheme(Theme.Type.LOGIN).getMessages(Locale.ENGLISH).getProperty(key, key);
            return new MessageFormat(pattern, Locale.ENGLISH).format(parameters);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
