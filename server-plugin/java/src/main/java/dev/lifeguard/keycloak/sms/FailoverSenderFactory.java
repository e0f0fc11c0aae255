package dev.lifeguard.keycloak.sms;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** The sender that the plugin uses: it asks the others by their ids. */
public final class FailoverSenderFactory implements SmsSenderFactory {

    private static final String ID = "failover";
    private static final int DEFAULT_FAILURES_TO_OPEN = 5;
    private static final int DEFAULT_OPEN_IN_SECONDS = 30;

    private String order;
    private int failuresToOpen;
    private int openInSeconds;
    private List<Gateway> gateways = List.of();

    /** The gateways that are asked, in their order. */
    public static List<Gateway> gateways(KeycloakSession session) {
        return ((FailoverSenderFactory) session.getKeycloakSessionFactory().getProviderFactory(SmsSender.class, ID)).gateways;
    }

    @Override
    public SmsSender create(KeycloakSession session) {
        return isConfigured() ? new FailoverSender(session, gateways) : null;
    }

    @Override
    public void init(Config.Scope config) {
        GatewayOptions options = new GatewayOptions(ID, config);
        order = options.text("order").orElse("");
        failuresToOpen = options.number("failuresToOpen", DEFAULT_FAILURES_TO_OPEN);
        openInSeconds = options.number("openInSeconds", DEFAULT_OPEN_IN_SECONDS);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        TreeMap<String, SmsSenderFactory> configured = new TreeMap<>();
        factory.getProviderFactoriesStream(SmsSender.class).map(SmsSenderFactory.class::cast)
                .filter(sender -> sender != this && sender.isConfigured())
                .forEach(sender -> configured.put(sender.getId(), sender));
        gateways = GatewayOrder.of(configured.keySet(), order).stream()
                .map(id -> new Gateway(id, configured.get(id)::create,
                        new CircuitBreaker(failuresToOpen, TimeUnit.SECONDS.toMillis(openInSeconds)), System::currentTimeMillis))
                .toList();
    }

    @Override
    public boolean isConfigured() {
        return !gateways.isEmpty();
    }

    @Override
    public String getId() {
        return ID;
    }

    /** Makes it the default of its SPI. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property().name("order").type("string")
                .helpText("Ids of gateways with commas between: the next is asked when one refuses for a reason of its own.").add()
                .property().name("failuresToOpen").type("int").defaultValue(DEFAULT_FAILURES_TO_OPEN)
                .helpText("After so many failures in a row a gateway is left alone.").add()
                .property().name("openInSeconds").type("int").defaultValue(DEFAULT_OPEN_IN_SECONDS)
                .helpText("How long it is left alone before one text tries it again.").add()
                .build();
    }
}
