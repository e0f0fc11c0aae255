package dev.lifeguard.keycloak.sms;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.keycloak.Config;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

public final class WebhookSmsSenderFactory implements SmsSenderFactory {

    private static final int DEFAULT_TIMEOUT_IN_MILLIS = 5_000;

    private URI url;
    private int timeoutInMillis;
    private ScheduledExecutorService deadlines;

    @Override
    public SmsSender create(KeycloakSession session) {
        if (url == null) {
            return null;
        }
        return new WebhookSmsSender(session.getProvider(HttpClientProvider.class).getHttpClient(), url, timeoutInMillis, deadlines);
    }

    @Override
    public void init(Config.Scope config) {
        String text = config.get("url");
        if (text != null && !text.isBlank()) {
            url = address(text.strip());
        }
        timeoutInMillis = config.getInt("timeoutInMillis", DEFAULT_TIMEOUT_IN_MILLIS);
        deadlines = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "lifeguard-sms-deadlines");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(problem(text), e);
        }
        throw new IllegalStateException(problem(text));
    }

    private static String problem(String text) {
        return "Lifeguard does not start: spi-lifeguard-sms--webhook--url must be an http or https address, not '" + text + "'.";
    }

    @Override
    public boolean isConfigured() {
        return url != null;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
    }

    @Override
    public void close() {
        if (deadlines != null) {
            deadlines.shutdownNow();
        }
    }

    @Override
    public String getId() {
        return "webhook";
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property().name("url").type("string").helpText("Where texts are posted as JSON.").add()
                .property().name("timeoutInMillis").type("int").defaultValue(DEFAULT_TIMEOUT_IN_MILLIS)
                .helpText("How long a sign-in waits for the gateway.").add()
                .build();
    }
}
