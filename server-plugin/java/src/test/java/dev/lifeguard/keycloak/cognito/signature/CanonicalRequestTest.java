package dev.lifeguard.keycloak.cognito.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalRequestTest {

    /** Of the suite that AWS publishes (aws-sig-v4-test-suite). */
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final CredentialScope SCOPE = new CredentialScope("20150830", "us-east-1", "service");
    private static final String TIME = "20150830T123600Z";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ' ', value = {
            "get-vanilla GET / '' 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
            "post-vanilla POST / '' 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
            "get-vanilla-query-order-key-case GET / Param2=value2&Param1=value1 b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
            "get-unreserved GET /-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz '' 07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f",
            "get-slash GET // '' 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
            "get-slash-dot-slash GET /./ '' 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
            "get-relative-relative GET /example1/example2/../.. '' 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
            "get-slashes GET //example// '' 9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84",
            "get-utf8 GET /ሴ '' 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85",
            "get-vanilla-utf8-query GET / ሴ=bar 2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04",
            "post-vanilla-query POST / Param1=value1 28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11"})
    void agreesWithTheSuiteOfAws(String name, String method, String path, String query, String signature) {
        assertEquals(signature, sign(method, path, query, Map.of(), ""));
    }

    @Test
    void agreesWithTheSuiteOfAwsOnHeaders() {
        assertEquals("acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
                sign("GET", "/", "", Map.of("my-header1", List.of(" value1"), "my-header2", List.of(" \"a   b   c\"")), ""));
        assertEquals("c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea",
                sign("GET", "/", "", Map.of("my-header1", List.of("value2", "value2", "value1")), ""));
        assertEquals("ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
                sign("POST", "/", "", Map.of("content-type", List.of("application/x-www-form-urlencoded")), "Param1=value1"));
    }

    @ParameterizedTest
    @CsvSource({"/realms/my%20realm,/realms/my%2520realm", "/realms/a+b/,/realms/a%2Bb/", "/realms/a@b,/realms/a%40b", "/a/./b//c/../d,/a/b/d", "'',/"})
    void encodesThePathOfTheWireOnceMore(String wire, String canonical) {
        assertEquals(canonical, CanonicalRequest.path(wire));
    }

    private static String sign(String method, String path, String query, Map<String, List<String>> headers, String body) {
        Map<String, List<String>> all = new TreeMap<>(headers);
        all.put("host", List.of("example.amazonaws.com"));
        all.put("x-amz-date", List.of(TIME));
        SignedRequest.Address address = new SignedRequest.Address("example.amazonaws.com", path);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        SignedRequest request = new SignedRequest(method, List.of(address), query, all::get, bytes);
        return SignatureV4.sign(SECRET, SCOPE, TIME, CanonicalRequest.of(request, address, new ArrayList<>(all.keySet()), SignatureV4.sha256(bytes)));
    }
}
