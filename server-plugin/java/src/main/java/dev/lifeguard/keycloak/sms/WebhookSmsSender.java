package dev.lifeguard.keycloak.sms;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;

/** Posts texts as JSON to one address, with an idempotency key, signed and authenticated as the operator wants it. */
final class WebhookSmsSender implements SmsSender {

    private final KeycloakSession session;
    private final WebhookSettings settings;
    private final GatewayHttp http;

    WebhookSmsSender(KeycloakSession session, WebhookSettings settings, GatewayHttp http) {
        this.session = session;
        this.settings = settings;
        this.http = http;
    }

    @Override
    public Outcome send(SmsMessage message) {
        Optional<Map<String, String>> headers = authentication();
        Optional<String> signingSecret = settings.signingSecret().flatMap(secret -> secret.reveal(session));
        if (headers.isEmpty() || settings.signingSecret().isPresent() && signingSecret.isEmpty()) {
            return Outcome.refusedHere("the vault has no value for a secret of the webhook in this realm");
        }
        Map<String, String> all = new LinkedHashMap<>(settings.headers());
        all.putAll(headers.get());
        all.put("Idempotency-Key", message.id());
        String body = settings.body().fill(message);
        return twiceAtMost(timeoutInMillis -> attempt(all, body, signingSecret, timeoutInMillis));
    }

    private interface Attempt {
        Outcome within(int timeoutInMillis);
    }

    /** The second attempt has what the first one left of the time. */
    private Outcome twiceAtMost(Attempt attempt) {
        long startInNanos = System.nanoTime();
        boolean isUnansweredRepeated = settings.retry() == WebhookSettings.Retry.UNANSWERED;
        Outcome first = attempt.within(isUnansweredRepeated ? settings.timeoutInMillis() / 2 : settings.timeoutInMillis());
        boolean isRepeated = switch (first.kind()) {
            case UNAVAILABLE -> settings.retry() != WebhookSettings.Retry.NEVER;
            case UNKNOWN -> isUnansweredRepeated;
            default -> false;
        };
        int leftInMillis = settings.timeoutInMillis() - (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startInNanos);
        if (!isRepeated || leftInMillis <= 0) {
            return first;
        }
        Outcome second = attempt.within(leftInMillis);
        // What the first attempt may have sent, no refusal of the second takes back.
        return first.kind() == Outcome.Kind.UNKNOWN && second.kind() != Outcome.Kind.ACCEPTED ? first : second;
    }

    private Outcome attempt(Map<String, String> headers, String body, Optional<String> signingSecret, int timeoutInMillis) {
        HttpPost post = new HttpPost(settings.url());
        headers.forEach(post::setHeader);
        signingSecret.ifPresent(secret -> post.setHeader(BodySignature.HEADER,
                BodySignature.sign(secret, body, TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis()))));
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        return HttpVerdict.of(http.post(session.getProvider(HttpClientProvider.class).getHttpClient(), post, timeoutInMillis));
    }

    /** @return nothing when a secret can't be resolved */
    private Optional<Map<String, String>> authentication() {
        if (settings.bearerToken().isPresent()) {
            return settings.bearerToken().get().reveal(session).map(token -> Map.of("Authorization", "Bearer " + token));
        }
        if (settings.password().isPresent()) {
            return settings.password().get().reveal(session).map(password -> Map.of("Authorization", basic(settings.username().orElseThrow(), password)));
        }
        return Optional.of(Map.of());
    }

    static String basic(String username, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
