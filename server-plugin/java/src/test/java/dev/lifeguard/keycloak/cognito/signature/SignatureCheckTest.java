package dev.lifeguard.keycloak.cognito.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.core.Json;

class SignatureCheckTest {

    private static final String KEY = "tenant-admin";
    private static final String SECRET = "a secret/with+signs=";
    private static final Instant SIGNED_AT = Instant.parse("2026-07-29T12:00:00Z");
    private static final String BODY = "{\"UserPoolId\":\"us-east-1_abcdefghi\"}";

    private final SignatureCheck check = new SignatureCheck(id -> id.equals(KEY) ? List.of("the next one", SECRET) : List.of());

    static Stream<Sent> signedByBotocore() throws Exception {
        String json = new String(SignatureCheckTest.class.getResourceAsStream("/cognito/signed-by-botocore.json").readAllBytes(), StandardCharsets.UTF_8);
        return StreamSupport.stream(Json.parse(json).spliterator(), false).map(Sent::of);
    }

    @ParameterizedTest
    @MethodSource("signedByBotocore")
    void takesWhatBotocoreHasSigned(Sent sent) {
        Verdict verdict = check.check(sent.request(), SIGNED_AT);
        assertEquals("signed", verdict.kind(), verdict.reason());
        assertEquals(KEY, verdict.keyId());
        assertTrue(sent.headers.get("authorization").contains("/" + verdict.region() + "/"));
    }

    /** The attack: whoever sees a signed request sends another one with its signature. */
    @ParameterizedTest
    @MethodSource("signedByBotocore")
    void refusesARequestOfWhichOneByteIsAnother(Sent sent) {
        Random random = new Random(sent.path.hashCode());
        for (int round = 0; round < 400; round++) {
            Sent altered = sent.altered(random);
            if (altered.differsFrom(sent)) {
                assertFalse(check.check(altered.request(), SIGNED_AT).isSigned(), altered.toString());
            }
        }
    }

    @Test
    void takesTheAddressBehindAProxyThatKeycloakTrusts() {
        Sent sent = anyOf();
        SignedRequest seen = sent.request();
        List<SignedRequest.Address> addresses = List.of(new SignedRequest.Address("keycloak.internal:8080", sent.path), seen.addresses().get(0));
        assertTrue(check.check(new SignedRequest("POST", addresses, "", seen.headers(), seen.body()), SIGNED_AT).isSigned());
        assertEquals("wrong-signature", check.check(new SignedRequest("POST", addresses.subList(0, 1), "", seen.headers(), seen.body()), SIGNED_AT).kind());
    }

    @ParameterizedTest
    @CsvSource({"-301,expired", "-300,signed", "300,signed", "301,expired"})
    void holdsForFiveMinutes(long offsetInSeconds, String kind) {
        assertEquals(kind, check.check(anyOf().request(), SIGNED_AT.plusSeconds(offsetInSeconds)).kind());
    }

    @Test
    void saysInTheWordsOfAwsThatItIsOld() {
        assertEquals("20260729T120000Z is now earlier than 20260729T120501Z (20260729T121001Z - 5 min.)",
                check.check(anyOf().request(), SIGNED_AT.plusSeconds(601)).reason());
    }

    @Test
    void knowsNobodyByAnotherKey() {
        Sent sent = anyOf();
        sent.headers.computeIfPresent("authorization", (name, value) -> value.replace(KEY, "somebody"));
        assertEquals("unknown-key", check.check(sent.request(), SIGNED_AT).kind());
    }

    @Test
    void isUnsignedWithoutTheHeader() {
        Sent sent = anyOf();
        sent.headers.remove("authorization");
        assertEquals("unsigned", check.check(sent.request(), SIGNED_AT).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-amz-target", "x-amz-date", "host"})
    void wantsToBeAboutHostTimeAndOperation(String unsigned) {
        Sent sent = anyOf();
        sent.headers.computeIfPresent("authorization", (name, value) -> value.replace(unsigned, "").replace(";;", ";").replace(";,", ","));
        Verdict verdict = check.check(sent.request(), SIGNED_AT);
        assertEquals("malformed", verdict.kind());
        assertEquals("'" + unsigned + "' must be a 'SignedHeader' in the AWS Authorization.", verdict.reason());
    }

    @Test
    void refusesABodyThatIsNotSigned() {
        Sent sent = anyOf();
        sent.headers.put("x-amz-content-sha256", "UNSIGNED-PAYLOAD");
        assertEquals("wrong-signature", check.check(sent.request(), SIGNED_AT).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer x", "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256 x", "AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=host, Signature=1",
            "AWS4-HMAC-SHA256 Credential=k/20260729/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=1",
            "AWS4-HMAC-SHA256 Credential=/20260729/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=",
            "AWS4-HMAC-SHA256 Credential=k/20260729/us-east-1/cognito-idp/aws4_request, SignedHeaders=x-amz-target;host;x-amz-date, Signature=1",
            "AWS4-HMAC-SHA256 Credential=k/20260728/us-east-1/cognito-idp/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=1",
            "AWS4-ECDSA-P256-SHA256 Credential=k/20260729/cognito-idp/aws4_request, SignedHeaders=host, Signature=1"})
    void saysWhatItCannotRead(String header) {
        Sent sent = anyOf();
        sent.headers.put("authorization", header);
        Verdict verdict = check.check(sent.request(), SIGNED_AT);
        assertEquals("malformed", verdict.kind());
        assertFalse(verdict.reason().isBlank());
    }

    private static Sent anyOf() {
        try {
            return signedByBotocore().findFirst().orElseThrow();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    record Sent(String path, Map<String, String> headers, String body) {

        private static final List<String> SIGNED = List.of("content-type", "x-amz-date", "x-amz-target", "host", "authorization");

        static Sent of(JsonNode vector) {
            Map<String, String> headers = new HashMap<>();
            headers.put("host", "localhost:8080");
            headers.put("content-type", "application/x-amz-json-1.1");
            headers.put("x-amz-target", "AWSCognitoIdentityProviderService.DescribeUserPool");
            headers.put("x-amz-date", "20260729T120000Z");
            headers.put("authorization", vector.get("authorization").asText());
            if (vector.get("sdk").asText().equals("javascript")) {
                headers.put("amz-sdk-invocation-id", "5a0f5f1e-0b2c-4a55-9c1c-7d2f9ad2b4c1");
                headers.put("amz-sdk-request", "attempt=1; max=3");
                headers.put("content-length", Integer.toString(BODY.length()));
                headers.put("x-amz-content-sha256", SignatureV4.sha256(BODY.getBytes(StandardCharsets.UTF_8)));
                headers.put("x-amz-user-agent", "aws-sdk-js/3.1169.0");
            }
            return new Sent(vector.get("path").asText(), headers, BODY);
        }

        SignedRequest request() {
            return new SignedRequest("POST", List.of(new SignedRequest.Address(headers.get("host"), path)), "",
                    name -> headers.containsKey(name) ? List.of(headers.get(name)) : List.of(), body.getBytes(StandardCharsets.UTF_8));
        }

        Sent altered(Random random) {
            Map<String, String> other = new HashMap<>(headers);
            switch (random.nextInt(4)) {
                case 0:
                    return new Sent(alter(path, random), other, body);
                case 1:
                    return new Sent(path, other, alter(body, random));
                default:
                    other.compute(SIGNED.get(random.nextInt(SIGNED.size())), (name, value) -> alter(value, random));
                    return new Sent(path, other, body);
            }
        }

        private static String alter(String text, Random random) {
            int at = random.nextInt(text.length());
            char other = (char) (' ' + 1 + random.nextInt('~' - ' ' - 1));
            return switch (random.nextInt(3)) {
                case 0 -> text.substring(0, at) + other + text.substring(at + 1);
                case 1 -> text.substring(0, at) + other + text.substring(at);
                default -> text.substring(0, at) + text.substring(at + 1);
            };
        }

        /** More white space, or an empty segment more in the path, is the same request to everybody. */
        boolean differsFrom(Sent other) {
            return !normal().equals(other.normal());
        }

        private Sent normal() {
            Map<String, String> trimmed = new HashMap<>();
            headers.forEach((name, value) -> trimmed.put(name, value.strip().replaceAll(name.equals("authorization") ? "(, *)+" : " +", " ")));
            return new Sent(CanonicalRequest.path(path), trimmed, body);
        }
    }
}
