package dev.lifeguard.keycloak.sms.sns;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.Config;

/** The options of a provider, as a map. */
@SuppressWarnings("deprecation") // One method of the interface is, and has to be there.
record MapScope(Map<String, String> options) implements Config.Scope {

    @Override
    public String get(String key) {
        return options.get(key);
    }

    @Override
    public String get(String key, String defaultValue) {
        return options.getOrDefault(key, defaultValue);
    }

    @Override
    public String[] getArray(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Integer getInt(String key, Integer defaultValue) {
        return options.containsKey(key) ? Integer.valueOf(options.get(key)) : defaultValue;
    }

    @Override
    public Long getLong(String key, Long defaultValue) {
        return options.containsKey(key) ? Long.valueOf(options.get(key)) : defaultValue;
    }

    @Override
    public Boolean getBoolean(String key, Boolean defaultValue) {
        return options.containsKey(key) ? Boolean.valueOf(options.get(key)) : defaultValue;
    }

    @Override
    public Config.Scope scope(String... scope) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> getPropertyNames() {
        return options.keySet().stream().map(key -> "kc.spi-lifeguard-sms--gateway--" + key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    @Override
    public Config.Scope root() {
        return this;
    }
}
