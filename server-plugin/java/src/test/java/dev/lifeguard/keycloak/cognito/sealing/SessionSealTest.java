package dev.lifeguard.keycloak.cognito.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeyManager;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;

class SessionSealTest {

    private static final String TEXT = "{\"challenge\":\"SMS_MFA\",\"user\":\"ü\"}";

    private final Map<String, RealmModel> realms = new HashMap<>();
    private final Map<String, KeyWrapper> keys = new HashMap<>();
    private String active = "first";
    private final SessionSeal seal = new SessionSeal(session());
    private final RealmModel shop = realm("0f0e0d0c-0b0a-4908-8706-050403020100", true);

    @Test
    void opensWhatItHasSealed() {
        String token = seal.seal(shop, TEXT);
        assertTrue(token.matches("[A-Za-z0-9_-]{20,2048}"), token);
        assertEquals(TEXT, seal.open(token).orElseThrow().text());
        assertEquals(shop, seal.open(token).orElseThrow().realm());
        assertNotEquals(token, seal.seal(shop, TEXT));
        assertFalse(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1).contains("SMS_MFA"));
    }

    @Test
    void opensNothingOfWhichOneCharacterIsAnother() {
        String token = seal.seal(shop, TEXT);
        realm(shop.getId().replace('0', '1'), true);
        for (int at = 0; at < token.length(); at++) {
            for (char other : "AQgw_-09zZ=.".toCharArray()) {
                String altered = token.substring(0, at) + other + token.substring(at + 1);
                assertEquals(altered.equals(token), seal.open(altered).isPresent(), altered);
            }
        }
        for (int length = 0; length < token.length(); length++) {
            assertTrue(seal.open(token.substring(0, length)).isEmpty());
        }
        assertTrue(seal.open(token + "A").isEmpty());
        assertTrue(seal.open(token + "=").isEmpty());
    }

    /** The attack: a session of one pool is put before another. */
    @Test
    void belongsToItsRealm() {
        RealmModel other = realm("1f0e0d0c-0b0a-4908-8706-050403020100", true);
        byte[] bytes = Base64.getUrlDecoder().decode(seal.seal(shop, TEXT));
        System.arraycopy(other.getId().getBytes(StandardCharsets.UTF_8), 0, bytes, 2, other.getId().length());
        assertTrue(seal.open(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)).isEmpty());
    }

    @Test
    void isOpenedByTheKeyThatHasSealedItUntilThatIsDisabled() {
        String token = seal.seal(shop, TEXT);
        active = "second";
        assertEquals(TEXT, seal.open(token).orElseThrow().text());
        assertEquals(TEXT, seal.open(seal.seal(shop, TEXT)).orElseThrow().text());
        keys.remove("first");
        assertTrue(seal.open(token).isEmpty());
    }

    @Test
    void isOfNoUseInARealmThatIsDisabledOrGone() {
        String token = seal.seal(shop, TEXT);
        realm(shop.getId(), false);
        assertTrue(seal.open(token).isEmpty());
        realms.clear();
        assertTrue(seal.open(token).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AQ", "AQAA", "!", "AS______", "AQMwMDAD", "////", "Zm9vYmFyZm9vYmFyZm9vYmFy"})
    void isNotAnyText(String text) {
        assertTrue(seal.open(text).isEmpty());
        assertTrue(seal.open("A".repeat(2049)).isEmpty());
    }

    @Test
    void isNeverLongerThanASessionMayBe() {
        assertThrows(IllegalStateException.class, () -> seal.seal(shop, "x".repeat(2000)));
    }

    private RealmModel realm(String id, boolean isEnabled) {
        RealmModel realm = proxy(RealmModel.class, (name, arguments) -> switch (name) {
            case "getId" -> id;
            case "isEnabled" -> isEnabled;
            default -> throw new UnsupportedOperationException(name);
        });
        realms.put(id, realm);
        return realm;
    }

    private KeycloakSession session() {
        for (String kid : Arrays.asList("first", "second")) {
            KeyWrapper key = new KeyWrapper();
            key.setKid(kid);
            key.setSecretKey(new SecretKeySpec(Arrays.copyOf(kid.getBytes(StandardCharsets.UTF_8), 64), "HmacSHA512"));
            keys.put(kid, key);
        }
        KeyManager keyManager = proxy(KeyManager.class, (name, arguments) -> switch (name) {
            case "getActiveKey" -> keys.get(active);
            case "getKey" -> keys.get((String) arguments[1]);
            default -> throw new UnsupportedOperationException(name);
        });
        RealmProvider realmProvider = proxy(RealmProvider.class, (name, arguments) -> realms.get((String) arguments[0]));
        return proxy(KeycloakSession.class, (name, arguments) -> name.equals("keys") ? keyManager : realmProvider);
    }

    private interface Calls {
        Object call(String name, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> type.getSimpleName();
            default -> calls.call(method.getName(), arguments);
        }));
    }
}
