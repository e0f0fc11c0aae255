package dev.lifeguard.keycloak.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.provider.ProviderConfigProperty;

/** What an operator can write wrong stops the start, in a sentence that says what to write and holds no secret. */
class GatewaySettingsTest {

    private static final String URL = "https://gateway.example/texts";
    private static final String ACCOUNT = "AC" + "0".repeat(32);
    private static final String SECRET = "hunter2";

    private static Map<String, String> options(String... pairs) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            options.put(pairs[i], pairs[i + 1]);
        }
        return options;
    }

    private static WebhookSettings webhook(String... pairs) {
        return WebhookSettings.read(new GatewayOptions("webhook", new MapScope(options(pairs)))).orElseThrow();
    }

    private static TwilioSettings twilio(String... pairs) {
        return TwilioSettings.read(new GatewayOptions("twilio", new MapScope(options(pairs)))).orElseThrow();
    }

    static Stream<Arguments> wrongWebhooks() {
        return Stream.of(
                Arguments.of("url must be an http or https address", options("url", "gateway.example")),
                Arguments.of("url must be an http or https address", options("url", "ftp://gateway.example/")),
                Arguments.of("url must be an https address, or --spi-lifeguard-sms--webhook--allow-plain-http=true must allow plain http",
                        options("url", "http://gateway.example/")),
                Arguments.of("url must be an https address", options("url", "http://127.0.0.1.example/")),
                Arguments.of("username and --spi-lifeguard-sms--webhook--password go together", options("url", URL, "username", "ann")),
                Arguments.of("username and --spi-lifeguard-sms--webhook--password go together", options("url", URL, "password", SECRET)),
                Arguments.of("bearer-token and --spi-lifeguard-sms--webhook--username are two ways to authenticate: set one",
                        options("url", URL, "bearerToken", SECRET, "username", "ann", "password", SECRET)),
                Arguments.of("signing-secret is empty, or an expression that stands for nothing: write the secret itself, or vault:NAME",
                        options("url", URL, "signingSecret", " ")),
                Arguments.of("retry must be never, refused or unanswered", options("url", URL, "retry", "twice")),
                Arguments.of("timeout-in-millis must be a whole number above zero", options("url", URL, "timeoutInMillis", "0")),
                Arguments.of("timeout-in-millis must be a whole number above zero", options("url", URL, "timeoutInMillis", "5s")),
                Arguments.of("body must hold {text}", options("url", URL, "body", "{\"to\": \"{to}\"}")),
                Arguments.of("headers must be a JSON object", options("url", URL, "headers", "X-Tenant: a")),
                Arguments.of("headers must hold plain names and texts", options("url", URL, "headers", "{\"X-A\": \"a\\r\\nX-B: b\"}")));
    }

    @ParameterizedTest
    @MethodSource("wrongWebhooks")
    void aWebhookThatIsConfiguredWronglyStopsTheStart(String sentence, Map<String, String> options) {
        assertSaid(sentence, "webhook", assertThrows(IllegalStateException.class,
                () -> WebhookSettings.read(new GatewayOptions("webhook", new MapScope(options)))));
    }

    static Stream<Arguments> wrongTwilios() {
        return Stream.of(
                Arguments.of("account-sid must be AC and 32 hexadecimal digits", options("accountSid", "AC12")),
                Arguments.of("auth-token must be set, or an API key", options("accountSid", ACCOUNT, "from", "+14155550100")),
                Arguments.of("api-key and --spi-lifeguard-sms--twilio--api-key-secret go together",
                        options("accountSid", ACCOUNT, "from", "+14155550100", "apiKeySecret", SECRET)),
                Arguments.of("from or --spi-lifeguard-sms--twilio--messaging-service-sid must be set, and not both",
                        options("accountSid", ACCOUNT, "authToken", SECRET)),
                Arguments.of("from or --spi-lifeguard-sms--twilio--messaging-service-sid must be set, and not both",
                        options("accountSid", ACCOUNT, "authToken", SECRET, "from", "Pool", "messagingServiceSid", "MG" + "1".repeat(32))),
                Arguments.of("base-url must be an https address", options("accountSid", ACCOUNT, "authToken", SECRET, "from", "Pool",
                        "baseUrl", "http://twilio.example")));
    }

    @ParameterizedTest
    @MethodSource("wrongTwilios")
    void aTwilioThatIsConfiguredWronglyStopsTheStart(String sentence, Map<String, String> options) {
        assertSaid(sentence, "twilio", assertThrows(IllegalStateException.class,
                () -> TwilioSettings.read(new GatewayOptions("twilio", new MapScope(options)))));
    }

    private static void assertSaid(String sentence, String gateway, IllegalStateException error) {
        String said = error.getMessage();
        assertTrue(said.startsWith("Lifeguard does not start: --spi-lifeguard-sms--" + gateway + "--" + sentence), said);
        assertFalse(said.contains(SECRET), said);
    }

    @Test
    void withoutItsAddressOrAccountAGatewayIsNotThere() {
        assertTrue(WebhookSettings.read(new GatewayOptions("webhook", new MapScope(options("url", " ")))).isEmpty());
        assertTrue(TwilioSettings.read(new GatewayOptions("twilio", new MapScope(options()))).isEmpty());
    }

    @Test
    void plainHttpIsForThisMachineUnlessTheOperatorAllowsIt() {
        assertEquals(URI.create("http://127.0.0.1:80/"), webhook("url", "http://127.0.0.1:80/").url());
        assertEquals(URI.create("http://[::1]/"), webhook("url", "http://[::1]/").url());
        assertEquals(URI.create("http://inside.example/"), webhook("url", "http://inside.example/", "allowPlainHttp", "true").url());
    }

    @Test
    void textsGoOutByTheApiKeyAndReceiptsAreCheckedByTheAuthToken() {
        TwilioSettings both = twilio("accountSid", ACCOUNT, "authToken", "token", "apiKey", "SK" + "1".repeat(32), "apiKeySecret", "secret", "from", "Pool");
        assertEquals("SK" + "1".repeat(32), both.username());
        assertEquals("secret", both.password().reveal(null).orElseThrow());
        assertEquals("token", both.authToken().orElseThrow().reveal(null).orElseThrow());
        assertEquals("https://api.twilio.com/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json", both.messages().toString());
    }

    @Test
    void optionsThatHoldSecretsAreMarkedAsSuch() {
        for (SmsSenderFactory factory : new SmsSenderFactory[] { new WebhookSmsSenderFactory(), new TwilioSmsSenderFactory() }) {
            for (ProviderConfigProperty property : factory.getConfigMetadata()) {
                boolean holdsSecret = property.getName().matches(".*([Ss]ecret|[Tt]oken|assword)");
                assertEquals(holdsSecret, property.isSecret(), factory.getId() + " " + property.getName());
            }
        }
    }

    @Test
    void aSecretSaysNothingWhenPrinted() {
        assertFalse(webhook("url", URL, "bearerToken", SECRET).toString().contains(SECRET));
    }
}
