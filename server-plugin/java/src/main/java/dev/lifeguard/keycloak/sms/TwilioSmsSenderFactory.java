package dev.lifeguard.keycloak.sms;

import java.util.List;
import java.util.Optional;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

public final class TwilioSmsSenderFactory implements SmsSenderFactory {

    static final String ID = "twilio";

    private Optional<TwilioSettings> settings = Optional.empty();
    private GatewayHttp http;

    @Override
    public SmsSender create(KeycloakSession session) {
        return settings.map(present -> new TwilioSmsSender(session, present, http)).orElse(null);
    }

    @Override
    public void init(Config.Scope config) {
        settings = TwilioSettings.read(new GatewayOptions(ID, config));
        http = new GatewayHttp();
    }

    @Override
    public boolean isConfigured() {
        return settings.isPresent();
    }

    @Override
    public Optional<Receipt> receipt(KeycloakSession session, ReceiptRequest request) {
        return settings.flatMap(TwilioSettings::authToken).flatMap(token -> token.reveal(session))
                .flatMap(token -> TwilioReceipts.read(request, ReceiptAddress.of(session, ID, request.messageId()).toString(), token));
    }

    @Override
    public void close() {
        if (http != null) {
            http.close();
        }
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property().name("accountSid").type("string").helpText("The account, AC….").add()
                .property().name("authToken").type("string").secret(true).helpText("The account's auth token. Receipts are checked by it.").add()
                .property().name("apiKey").type("string").helpText("An API key, SK…, to send with instead of the auth token.").add()
                .property().name("apiKeySecret").type("string").secret(true).helpText("The API key's secret.").add()
                .property().name("from").type("string").helpText("The sender: a number or an alphanumeric sender ID.").add()
                .property().name("messagingServiceSid").type("string").helpText("A messaging service, MG…, that chooses the sender.").add()
                .property().name("baseUrl").type("string").defaultValue(TwilioSettings.DEFAULT_BASE_URL).helpText("Where Twilio's API is.").add()
                .property().name("allowPlainHttp").type("boolean").defaultValue(false)
                .helpText("Allows an http base URL beyond this machine: codes are readable on the way.").add()
                .property().name("timeoutInMillis").type("int").defaultValue(TwilioSettings.DEFAULT_TIMEOUT_IN_MILLIS)
                .helpText("How long a sign-in waits for Twilio.").add()
                .build();
    }
}
