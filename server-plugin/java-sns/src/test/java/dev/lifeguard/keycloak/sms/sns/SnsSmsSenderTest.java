package dev.lifeguard.keycloak.sms.sns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.sun.net.httpserver.HttpServer;

import dev.lifeguard.keycloak.sms.Outcome;
import dev.lifeguard.keycloak.sms.SmsMessage;

/** The relocated SDK against an HTTP server that plays SNS. */
class SnsSmsSenderTest {

    private static final String NUMBER = "+14155550123";

    private HttpServer server;
    private Map<String, String> asked = Map.of();
    private String authorization = "";
    private int status = 200;
    private String code = "";

    @BeforeEach
    void start() throws IOException {
        System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
        System.setProperty("aws.secretAccessKey", "hidden");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = (status == 200 ? "<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>"
                    : "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + NUMBER + " is wrong</Message></Error></ErrorResponse>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private Outcome send(long maxPriceInMicroUsd, String... options) {
        return send("http://127.0.0.1:" + server.getAddress().getPort(), maxPriceInMicroUsd, options);
    }

    private static Outcome send(String endpoint, long maxPriceInMicroUsd, String... options) {
        Map<String, String> all = new HashMap<>(Map.of("region", "eu-central-1", "endpoint", endpoint, "timeoutInMillis", "2000"));
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i], options[i + 1]);
        }
        SnsSmsSenderFactory factory = new SnsSmsSenderFactory();
        factory.init(new MapScope(all));
        try {
            return factory.create(null).send(new SmsMessage("a1", NUMBER, "code 123456", maxPriceInMicroUsd));
        } finally {
            factory.close();
        }
    }

    /** The value of a message attribute, with its type. */
    private String attribute(String name) {
        return asked.entrySet().stream().filter(entry -> entry.getValue().equals(name)).findFirst().map(entry -> {
            String begin = entry.getKey().replace("Name", "Value.");
            return asked.get(begin + "DataType") + " " + asked.get(begin + "StringValue");
        }).orElse("none");
    }

    @Test
    void aTextIsPublishedToTheNumberSignedWithTheDefaultCredentials() {
        assertEquals(Outcome.accepted(), send(SmsMessage.NO_MAX_PRICE, "senderId", "Pool"));
        assertEquals("Publish", asked.get("Action"));
        assertEquals(NUMBER, asked.get("PhoneNumber"));
        assertEquals("code 123456", asked.get("Message"));
        assertEquals("String Transactional", attribute("AWS.SNS.SMS.SMSType"));
        assertEquals("String Pool", attribute("AWS.SNS.SMS.SenderID"));
        assertEquals("none", attribute("AWS.SNS.SMS.MaxPrice"));
        assertTrue(authorization.contains("Credential=AKIDEXAMPLE/") && authorization.contains("/eu-central-1/sns/aws4_request"), authorization);
    }

    @ParameterizedTest
    @CsvSource({ "0.05,-1,Number 0.05", "0.05,20000,Number 0.02", "0.01,20000,Number 0.01", "0.5,100000000,Number 0.5" })
    void theLowerMaximumHolds(String option, long ofMessage, String expected) {
        send(ofMessage, "maxPrice", option);
        assertEquals(expected, attribute("AWS.SNS.SMS.MaxPrice"));
    }

    @Test
    void theMaximumOfTheTextAloneHolds() {
        send(1_234_567);
        assertEquals("Number 1.234567", attribute("AWS.SNS.SMS.MaxPrice"));
    }

    @ParameterizedTest
    @CsvSource({ "400,InvalidParameter,REFUSED", "400,OptedOut,REFUSED", "403,AuthorizationError,REFUSED_HERE", "403,InvalidClientTokenId,REFUSED_HERE",
            "400,Throttling,UNAVAILABLE", "429,Throttled,UNAVAILABLE", "500,InternalError,UNAVAILABLE", "503,ServiceUnavailable,UNAVAILABLE", "504,x,UNKNOWN" })
    void eachErrorSaysWhoseFaultItIsAndHoldsNoNumber(int httpStatus, String errorCode, Outcome.Kind kind) {
        status = httpStatus;
        code = errorCode;
        Outcome outcome = send(SmsMessage.NO_MAX_PRICE);
        assertEquals(kind, outcome.kind());
        assertFalse(outcome.reason().contains("4155550123"), outcome.reason());
    }

    @Test
    void aPortThatNobodyListensAtIsUnavailable() throws IOException {
        int port = server.getAddress().getPort();
        server.stop(0);
        assertEquals(Outcome.Kind.UNAVAILABLE, send("http://127.0.0.1:" + port, SmsMessage.NO_MAX_PRICE).kind());
        start();
    }

    @Test
    void aServiceThatNeverAnswersIsAskedOnceAndNoLongerThanTheTimeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            Outcome outcome = send("http://127.0.0.1:" + silent.getLocalPort(), SmsMessage.NO_MAX_PRICE, "timeoutInMillis", "500");
            assertEquals(Outcome.Kind.UNKNOWN, outcome.kind());
            assertTrue((System.nanoTime() - start) / 1_000_000 < 2_000);
        }
    }

    @Test
    void aHostThatDropsPacketsIsUnavailable() throws IOException {
        List<Socket> queue = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fillQueue(full, queue);
            Outcome outcome = send("http://127.0.0.1:" + full.getLocalPort(), SmsMessage.NO_MAX_PRICE, "timeoutInMillis", "1000");
            assertEquals(Outcome.Kind.UNAVAILABLE, outcome.kind(), outcome.reason());
        } finally {
            for (Socket socket : queue) {
                socket.close();
            }
        }
    }

    /** From then on the system drops what would connect. */
    private static void fillQueue(ServerSocket server, List<Socket> queue) {
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket();
            queue.add(socket);
            try {
                socket.connect(server.getLocalSocketAddress(), 200);
            } catch (IOException e) {
                return;
            }
        }
        throw new IllegalStateException("The queue has no end.");
    }
}
