package dev.lifeguard.keycloak.sms;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

public final class WebhookSmsSenderFactory implements SmsSenderFactory {

    private static final String ID = "webhook";

    private Optional<WebhookSettings> settings = Optional.empty();
    private GatewayHttp http;

    @Override
    public SmsSender create(KeycloakSession session) {
        return settings.map(present -> new WebhookSmsSender(session, present, http)).orElse(null);
    }

    @Override
    public void init(Config.Scope config) {
        settings = WebhookSettings.read(new GatewayOptions(ID, config));
        http = new GatewayHttp();
    }

    @Override
    public boolean isConfigured() {
        return settings.isPresent();
    }

    @Override
    public Optional<Receipt> receipt(KeycloakSession session, ReceiptRequest request) {
        return settings.flatMap(WebhookSettings::signingSecret).flatMap(secret -> secret.reveal(session))
                .flatMap(secret -> WebhookReceipts.read(request, secret, TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis())));
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
                .property().name("url").type("string").helpText("Where texts are posted as JSON.").add()
                .property().name("allowPlainHttp").type("boolean").defaultValue(false)
                .helpText("Allows an http address beyond this machine: codes are readable on the way.").add()
                .property().name("body").type("string").defaultValue(BodyTemplate.DEFAULT)
                .helpText("The JSON that is posted, with {id}, {to}, {to-without-plus} and {text} in its strings.").add()
                .property().name("headers").type("string").helpText("More headers, as a JSON object of texts.").add()
                .property().name("signingSecret").type("string").secret(true)
                .helpText("Signs each text in the header Lifeguard-Signature, and receipts are checked by it.").add()
                .property().name("bearerToken").type("string").secret(true).helpText("Sent as a bearer token.").add()
                .property().name("username").type("string").helpText("Sent with the password, as HTTP Basic.").add()
                .property().name("password").type("string").secret(true).helpText("Sent with the username, as HTTP Basic.").add()
                .property().name("timeoutInMillis").type("int").defaultValue(WebhookSettings.DEFAULT_TIMEOUT_IN_MILLIS)
                .helpText("How long a sign-in waits for the gateway, with the retry.").add()
                .property().name("retry").type("string").defaultValue("refused")
                .helpText("When a text is posted once more with the same Idempotency-Key: never, refused (unreachable, 5xx or 429) or unanswered.").add()
                .build();
    }
}
