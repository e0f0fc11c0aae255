package dev.lifeguard.keycloak.spend;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

import dev.lifeguard.keycloak.sms.GatewayHttp;
import dev.lifeguard.keycloak.sms.GatewayOptions;

/** Calls one address of the operator's. */
public final class WebhookSpendAlertsFactory implements SpendAlertsFactory {

    private static final int DEFAULT_TIMEOUT_IN_MILLIS = 5_000;
    private static final int DEFAULT_INTERVAL_IN_SECONDS = 60;

    private SpendAlertDelivery.Target target;
    private GatewayHttp http;
    private int intervalInSeconds;
    private KeycloakSessionFactory sessions;

    @Override
    public SpendAlerts create(KeycloakSession session) {
        return () -> {
            if (target != null) {
                session.getProvider(ExecutorsProvider.class).getExecutor("lifeguard-spend-alerts").execute(delivery());
            }
        };
    }

    /** One node at a time, so that an alert is not told twice. */
    private ClusterAwareScheduledTaskRunner delivery() {
        return new ClusterAwareScheduledTaskRunner(sessions, new SpendAlertDelivery(target, http),
                intervalInSeconds * 1_000L);
    }

    @Override
    public void init(Config.Scope config) {
        GatewayOptions options = new GatewayOptions("lifeguard-spend-alerts", getId(), config);
        int timeoutInMillis = options.number("timeoutInMillis", DEFAULT_TIMEOUT_IN_MILLIS);
        target = options.address("url").map(url -> new SpendAlertDelivery.Target(url,
                options.secret("secret").orElseThrow(() -> options.problem("url", "needs " + options.name("secret")
                        + ", by which the receiver knows who calls")), timeoutInMillis)).orElse(null);
        intervalInSeconds = options.number("intervalInSeconds", DEFAULT_INTERVAL_IN_SECONDS);
        http = new GatewayHttp();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        sessions = factory;
        if (target == null) {
            return;
        }
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class).schedule(delivery(), intervalInSeconds * 1_000L);
        }
    }

    @Override
    public void close() {
        if (http != null) {
            http.close();
        }
    }

    @Override
    public String getId() {
        return "webhook";
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property().name("url").type("string").helpText("Where it is posted that a month has reached 50, 80 or 100 % of its limit.").add()
                .property().name("secret").type("string").secret(true).helpText("Signs what is posted.").add()
                .property().name("allowPlainHttp").type("boolean").defaultValue(false).helpText("Whether url may be plain http to another machine.").add()
                .property().name("timeoutInMillis").type("int").defaultValue(DEFAULT_TIMEOUT_IN_MILLIS).helpText("How long a call may take.").add()
                .property().name("intervalInSeconds").type("int").defaultValue(DEFAULT_INTERVAL_IN_SECONDS)
                .helpText("How often what was not taken is posted again.").add()
                .build();
    }
}
