package dev.lifeguard.keycloak.spend;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.util.EntityUtils;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.timer.ScheduledTask;

import dev.lifeguard.keycloak.core.Json;

/** Posts every alert that is pending: signed JSON, which any 2xx answer takes. */
final class SpendAlertDelivery implements ScheduledTask {

    /** Where alerts go. */
    record Target(URI url, String secret, int timeoutInMillis) {
    }

    private static final Logger LOG = Logger.getLogger(SpendAlertDelivery.class);

    private final Target target;

    SpendAlertDelivery(Target target) {
        this.target = target;
    }

    @Override
    public void run(KeycloakSession session) {
        String month = Instant.ofEpochMilli(Time.currentTimeMillis()).toString().substring(0, 7);
        new PendingAlerts(session.getKeycloakSessionFactory()).deliver(month, alert -> post(session, alert));
    }

    private boolean post(KeycloakSession session, SpendAlert alert) {
        RealmModel realm = session.realms().getRealm(alert.realmId());
        byte[] body = Json.object()
                .put("id", alert.id())
                .put("type", "sms-spend-threshold")
                .put("realm", realm == null ? alert.realmId() : realm.getName())
                .put("month", alert.month())
                .put("percent", alert.percent())
                .put("spentInMicroUsd", alert.spent())
                .put("monthlyLimitInMicroUsd", alert.limit())
                .toString().getBytes(StandardCharsets.UTF_8);
        HttpPost post = new HttpPost(target.url());
        post.setConfig(RequestConfig.custom().setRedirectsEnabled(false).setConnectionRequestTimeout(target.timeoutInMillis())
                .setConnectTimeout(target.timeoutInMillis()).setSocketTimeout(target.timeoutInMillis()).build());
        post.setHeader("Idempotency-Key", alert.id());
        post.setHeader(BodySignature.HEADER, BodySignature.of(target.secret(), Time.currentTimeMillis() / 1_000, body));
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        try (CloseableHttpResponse response = session.getProvider(HttpClientProvider.class).getHttpClient().execute(post)) {
            EntityUtils.consumeQuietly(response.getEntity());
            int status = response.getStatusLine().getStatusCode();
            if (status >= 200 && status < 300) {
                return true;
            }
            LOG.errorf("The webhook of spend alerts answered HTTP %d; the alert is posted again", status);
        } catch (IOException e) {
            LOG.errorf("The webhook of spend alerts could not be reached (%s); the alert is posted again", e.getClass().getSimpleName());
        }
        return false;
    }

    @Override
    public String getTaskName() {
        return "lifeguard-spend-alerts";
    }

    /** @return null where none is set */
    static URI address(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            URI address = URI.create(text.strip());
            if (address.getHost() != null && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(problem(text), e);
        }
        throw new IllegalStateException(problem(text));
    }

    private static String problem(String text) {
        return "Lifeguard does not start: spi-lifeguard-spend-alerts--webhook--url must be an http or https address, not '" + text + "'.";
    }
}
