package dev.lifeguard.keycloak.sms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.util.EntityUtils;
import org.jboss.logging.Logger;

import dev.lifeguard.keycloak.core.Json;

/** Posts {@code {"to", "text"}} as JSON to one address. Any 2xx answer accepts the text, any other refuses it. */
final class WebhookSmsSender implements SmsSender {

    private static final Logger LOG = Logger.getLogger(WebhookSmsSender.class);

    private final CloseableHttpClient http;
    private final URI url;
    private final int timeoutInMillis;
    private final ScheduledExecutorService deadlines;

    WebhookSmsSender(CloseableHttpClient http, URI url, int timeoutInMillis, ScheduledExecutorService deadlines) {
        this.http = http;
        this.url = url;
        this.timeoutInMillis = timeoutInMillis;
        this.deadlines = deadlines;
    }

    @Override
    public Outcome send(SmsMessage message) {
        HttpPost post = new HttpPost(url);
        post.setConfig(RequestConfig.custom().setRedirectsEnabled(false).setConnectionRequestTimeout(timeoutInMillis)
                .setConnectTimeout(timeoutInMillis).setSocketTimeout(timeoutInMillis).build());
        String body = Json.object().put("to", message.to()).put("text", message.text()).toString();
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        // The socket's timeout starts again with each byte; a gateway that answers drop by drop must not hold the thread.
        ScheduledFuture<?> deadline = deadlines.schedule(post::abort, timeoutInMillis, TimeUnit.MILLISECONDS);
        try (CloseableHttpResponse response = http.execute(post)) {
            int status = response.getStatusLine().getStatusCode();
            // Read to its end, the connection serves the next text; the deadline bounds that too.
            EntityUtils.consumeQuietly(response.getEntity());
            if (status >= 200 && status < 300) {
                return Outcome.ACCEPTED;
            }
            LOG.errorf("The SMS gateway refused a text: HTTP %d", status);
            return Outcome.REFUSED;
        } catch (ConnectException | ConnectTimeoutException | UnknownHostException e) {
            LOG.errorf("The SMS gateway could not be reached: %s", e.getClass().getSimpleName());
            return Outcome.REFUSED;
        } catch (IOException e) {
            LOG.errorf("The SMS gateway gave no answer within %d ms: %s", timeoutInMillis, e.getClass().getSimpleName());
            return Outcome.UNKNOWN;
        } finally {
            deadline.cancel(false);
        }
    }
}
