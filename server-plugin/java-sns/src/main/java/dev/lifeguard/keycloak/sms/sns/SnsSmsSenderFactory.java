package dev.lifeguard.keycloak.sms.sns;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

import dev.lifeguard.keycloak.sms.GatewayOptions;
import dev.lifeguard.keycloak.sms.SmsSender;
import dev.lifeguard.keycloak.sms.SmsSenderFactory;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sns.SnsClient;

/** Amazon SNS, as whom AWS's default credentials chain finds: environment, web identity, container or instance role. */
public final class SnsSmsSenderFactory implements SmsSenderFactory {

    private static final String ID = "sns";

    private Optional<SnsSettings> settings = Optional.empty();
    private DefaultCredentialsProvider credentials;
    private SnsClient client;

    @Override
    public SmsSender create(KeycloakSession session) {
        return settings.map(present -> new SnsSmsSender(client, credentials, present)).orElse(null);
    }

    @Override
    public void init(Config.Scope config) {
        settings = SnsSettings.read(new GatewayOptions(ID, config));
        settings.ifPresent(present -> {
            credentials = DefaultCredentialsProvider.builder().build();
            client = client(present, credentials);
        });
    }

    /** Without the SDK's retries: Publish has no idempotency key for a phone, so that a second attempt may be a second text. */
    private static SnsClient client(SnsSettings settings, DefaultCredentialsProvider credentials) {
        Duration timeout = Duration.ofMillis(settings.timeoutInMillis());
        return SnsClient.builder()
                .region(Region.of(settings.region()))
                .applyMutation(builder -> settings.endpoint().ifPresent(builder::endpointOverride))
                .credentialsProvider(credentials)
                // Ends before the call does: a host that could not be reached has sent nothing, and the next gateway may be asked.
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(timeout.dividedBy(2)).socketTimeout(timeout))
                .overrideConfiguration(override -> override.apiCallTimeout(timeout).retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    @Override
    public boolean isConfigured() {
        return settings.isPresent();
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
            credentials.close();
        }
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property().name("region").type("string").helpText("The region of AWS that sends.").add()
                .property().name("endpoint").type("string").helpText("Another address than the region's own.").add()
                .property().name("allowPlainHttp").type("boolean").defaultValue(false)
                .helpText("Allows an http endpoint beyond this machine: codes are readable on the way.").add()
                .property().name("senderId").type("string").helpText("What phones show as the sender, where the country allows it.").add()
                .property().name("smsType").type("string").defaultValue(SnsSettings.DEFAULT_SMS_TYPE).helpText("Transactional or Promotional.").add()
                .property().name("maxPrice").type("string")
                .helpText("What one text may cost at most, in USD. The pool's own maximum holds where it is lower.").add()
                .property().name("timeoutInMillis").type("int").defaultValue(SnsSettings.DEFAULT_TIMEOUT_IN_MILLIS)
                .helpText("How long a sign-in waits for SNS.").add()
                .build();
    }
}
