package dev.lifeguard.keycloak.sms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.apache.http.HttpEntity;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.impl.client.CloseableHttpClient;

/** Posts to gateways: to the end of the time and no further, and without following a redirect, which would carry the text elsewhere. */
public final class GatewayHttp implements AutoCloseable {

    private static final int READ_AT_MOST = 16_384;

    /** What a gateway has answered. */
    public sealed interface Answer {
    }

    public record Answered(int status, String body) implements Answer {
    }

    /** The request has certainly not arrived. */
    public record Unreachable(String reason) implements Answer {
    }

    public record Silent(String reason) implements Answer {
    }

    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "lifeguard-sms-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    /** @param http Keycloak's own client, which knows its proxies and trusted certificates */
    public Answer post(CloseableHttpClient http, HttpPost post, int timeoutInMillis) {
        post.setConfig(RequestConfig.custom().setRedirectsEnabled(false).setConnectionRequestTimeout(timeoutInMillis)
                .setConnectTimeout(timeoutInMillis).setSocketTimeout(timeoutInMillis).build());
        // The socket's timeout starts again with each byte; a gateway that answers drop by drop must not hold the thread.
        ScheduledFuture<?> deadline = deadlines.schedule(post::abort, timeoutInMillis, TimeUnit.MILLISECONDS);
        HttpClientContext context = HttpClientContext.create();
        try (CloseableHttpResponse response = http.execute(post, context)) {
            return new Answered(response.getStatusLine().getStatusCode(), read(response.getEntity()));
        } catch (ConnectException | ConnectTimeoutException | NoRouteToHostException | UnknownHostException | SSLHandshakeException
                | SSLPeerUnverifiedException e) {
            return unreachable(e);
        } catch (IOException e) {
            // The deadline may end the connecting, too: a host that drops packets has got nothing.
            if (!context.isRequestSent()) {
                return unreachable(e);
            }
            return new Silent("nothing within " + timeoutInMillis + " ms, " + e.getClass().getSimpleName());
        } finally {
            deadline.cancel(false);
        }
    }

    private static Unreachable unreachable(IOException e) {
        return new Unreachable("it could not be reached, " + e.getClass().getSimpleName());
    }

    /** Read to its end, the connection serves the next text. */
    private static String read(HttpEntity entity) {
        if (entity == null) {
            return "";
        }
        try {
            return new String(entity.getContent().readNBytes(READ_AT_MOST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // The status has said already what became of the text.
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
    }
}
