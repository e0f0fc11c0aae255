package dev.lifeguard.keycloak.sms;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayHttpTest {

    private static final int TIMEOUT_IN_MILLIS = 500;

    private final List<Socket> queue = new ArrayList<>();

    @AfterEach
    void closeQueue() throws IOException {
        for (Socket socket : queue) {
            socket.close();
        }
    }

    private static GatewayHttp.Answer post(ServerSocket gateway) throws IOException {
        HttpPost post = new HttpPost("http://127.0.0.1:" + gateway.getLocalPort() + "/texts");
        post.setEntity(new StringEntity("{}", StandardCharsets.UTF_8));
        try (GatewayHttp http = new GatewayHttp(); CloseableHttpClient client = HttpClients.createDefault()) {
            return http.post(client, post, TIMEOUT_IN_MILLIS);
        }
    }

    private static ServerSocket listen(int backlog) throws IOException {
        return new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
    }

    /** From then on the system drops what would connect. */
    private void fillQueue(ServerSocket gateway) {
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket();
            queue.add(socket);
            try {
                socket.connect(gateway.getLocalSocketAddress(), 200);
            } catch (IOException e) {
                return;
            }
        }
        throw new IllegalStateException("The queue has no end.");
    }

    @Test
    void aHostThatDropsPacketsHasNotBeenReached() throws IOException {
        try (ServerSocket gateway = listen(1)) {
            fillQueue(gateway);
            assertInstanceOf(GatewayHttp.Unreachable.class, post(gateway));
        }
    }

    @Test
    void aHostWhereNobodyListensHasNotBeenReached() throws IOException {
        ServerSocket gateway = listen(1);
        gateway.close();
        assertInstanceOf(GatewayHttp.Unreachable.class, post(gateway));
    }

    @Test
    void whoeverTakesTheRequestAndSaysNothingIsSilent() throws IOException {
        try (ServerSocket gateway = listen(10)) {
            assertInstanceOf(GatewayHttp.Silent.class, post(gateway));
        }
    }
}
