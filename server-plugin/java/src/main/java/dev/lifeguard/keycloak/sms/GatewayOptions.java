package dev.lifeguard.keycloak.sms;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

import org.keycloak.Config;

/** The options of one gateway, {@code --spi-lifeguard-sms--<gateway>--<option>}. What is wrong stops the server's start, in one sentence. */
public final class GatewayOptions {

    private final String prefix;
    private final Config.Scope config;

    public GatewayOptions(String gateway, Config.Scope config) {
        this("lifeguard-sms", gateway, config);
    }

    public GatewayOptions(String spi, String provider, Config.Scope config) {
        this.prefix = "--spi-" + spi + "--" + provider + "--";
        this.config = config;
    }

    /** Absent when nothing stands there. */
    public Optional<String> text(String option) {
        return Optional.ofNullable(config.get(option)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** One that is set to nothing must not pass for one that is not set: texts would go out unsigned, or unauthenticated. */
    public Optional<Secret> secret(String option) {
        Optional<Secret> secret = text(option).map(Secret::new);
        if (secret.isEmpty() && isMentioned(option)) {
            throw problem(option, "is empty, or an expression that stands for nothing: write the secret itself, or vault:NAME for one of Keycloak's vault");
        }
        return secret;
    }

    @SuppressWarnings("deprecation") // Nothing else tells an expression that can't be resolved from an option that is not there.
    private boolean isMentioned(String option) {
        return config.getPropertyNames().stream().anyMatch(name -> name.endsWith("--" + dashed(option)));
    }

    public boolean flag(String option) {
        return config.getBoolean(option, false);
    }

    /** @return a whole number above zero */
    public int number(String option, int defaultValue) {
        Optional<String> text = text(option);
        if (text.isEmpty()) {
            return defaultValue;
        }
        if (text.get().matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(text.get());
        }
        throw problem(option, "must be a whole number above zero");
    }

    /** Plain http leaves codes readable on the way: beyond this machine it takes the option that allows it. */
    public Optional<URI> address(String option) {
        Optional<URI> address = text(option).map(text -> parsed(option, text));
        address.filter(uri -> !"https".equals(uri.getScheme()) && !isLoopback(uri.getHost()) && !flag("allowPlainHttp")).ifPresent(uri -> {
            throw problem(option, "must be an https address, or " + name("allowPlainHttp") + "=true must allow plain http");
        });
        return address;
    }

    private URI parsed(String option, String text) {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(problem(option, "must be an http or https address").getMessage(), e);
        }
        throw problem(option, "must be an http or https address");
    }

    public static boolean isLoopback(String host) {
        return "localhost".equals(host) || "[::1]".equals(host) || host != null && host.matches("127(\\.[0-9]{1,3}){3}");
    }

    /** @param what goes on behind the option's name; a secret's value is never part of it */
    public IllegalStateException problem(String option, String what) {
        return new IllegalStateException("Lifeguard does not start: " + name(option) + " " + what + ".");
    }

    /** As the operator writes it. */
    public String name(String option) {
        return prefix + dashed(option);
    }

    private static String dashed(String option) {
        return option.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
