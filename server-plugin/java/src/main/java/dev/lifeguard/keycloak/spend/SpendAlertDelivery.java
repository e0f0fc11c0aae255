package dev.lifeguard.keycloak.spend;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.timer.ScheduledTask;

import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.sms.BodySignature;
import dev.lifeguard.keycloak.sms.GatewayHttp;
import dev.lifeguard.keycloak.sms.Secret;

/** Posts every alert that is pending: signed JSON, which any 2xx answer takes. What was not taken is posted another time. */
final class SpendAlertDelivery implements ScheduledTask {

    /** Where alerts go. */
    record Target(URI url, Secret secret, int timeoutInMillis) {
    }

    private static final Logger LOG = Logger.getLogger(SpendAlertDelivery.class);

    private final Target target;
    private final GatewayHttp http;

    SpendAlertDelivery(Target target, GatewayHttp http) {
        this.target = target;
        this.http = http;
    }

    @Override
    public void run(KeycloakSession session) {
        String month = Instant.ofEpochMilli(Time.currentTimeMillis()).toString().substring(0, 7);
        new PendingAlerts(session.getKeycloakSessionFactory()).deliver(month, alert -> post(session, alert));
    }

    private boolean post(KeycloakSession session, SpendAlert alert) {
        RealmModel realm = session.realms().getRealm(alert.realmId());
        if (realm == null) {
            return true; // Nobody is left who could be told.
        }
        session.getContext().setRealm(realm); // The vault has a value for each realm.
        Optional<String> secret = target.secret().reveal(session);
        if (secret.isEmpty()) {
            LOG.errorf("The vault has no value for the secret of the spend alerts in realm %s", realm.getName());
            return false;
        }
        GatewayHttp.Answer answer = http.post(session.getProvider(HttpClientProvider.class).getHttpClient(),
                request(alert, realm, secret.get()), target.timeoutInMillis());
        if (answer instanceof GatewayHttp.Answered answered && answered.status() >= 200 && answered.status() < 300) {
            return true;
        }
        LOG.errorf("The webhook of the spend alerts did not take one of realm %s: %s", realm.getName(),
                answer instanceof GatewayHttp.Answered answered ? "HTTP " + answered.status() : "no answer");
        return false;
    }

    private HttpPost request(SpendAlert alert, RealmModel realm, String secret) {
        String body = Json.object()
                .put("id", alert.id())
                .put("type", "sms-spend-threshold")
                .put("realm", realm.getName())
                .put("month", alert.month())
                .put("percent", alert.percent())
                .put("spentInMicroUsd", alert.spentInMicroUsd())
                .put("monthlyLimitInMicroUsd", alert.limitInMicroUsd())
                .toString();
        HttpPost post = new HttpPost(target.url());
        post.setHeader("Idempotency-Key", alert.id());
        post.setHeader(BodySignature.HEADER, BodySignature.sign(secret, body, TimeUnit.MILLISECONDS.toSeconds(Time.currentTimeMillis())));
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        return post;
    }

    @Override
    public String getTaskName() {
        return "lifeguard-spend-alerts";
    }
}
