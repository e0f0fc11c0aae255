package dev.lifeguard.keycloak.sms;

import java.util.List;

import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.common.util.Environment;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** For development: writes texts, with their codes, to the server's log. No server that people sign in to starts with it. */
public final class LogSmsSenderFactory implements SmsSenderFactory {

    private static final Logger LOG = Logger.getLogger(LogSmsSenderFactory.class);

    private boolean isEnabled;

    @Override
    public SmsSender create(KeycloakSession session) {
        return message -> {
            LOG.infof("A text to %s: %s", message.to(), message.text());
            return Outcome.accepted();
        };
    }

    @Override
    public void init(Config.Scope config) {
        GatewayOptions options = new GatewayOptions(getId(), config);
        isEnabled = options.flag("codesInLog");
        if (isEnabled && !Environment.isDevMode()) {
            throw options.problem("codesInLog", "writes live codes to the log, which is for development alone (kc.sh start-dev): "
                    + "take it away and configure a gateway");
        }
    }

    @Override
    public boolean isConfigured() {
        return isEnabled;
    }

    @Override
    public String getId() {
        return "log";
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property().name("codesInLog").type("boolean").defaultValue(false).helpText("Writes texts to the log. Only in development mode.").add()
                .build();
    }
}
