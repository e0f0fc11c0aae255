package dev.lifeguard.keycloak.cognito.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;

class RotationTest {

    private static final long NO_GRACE = 0;

    private final Objects objects = new Objects();
    private final RefreshToken token = new RefreshToken(new AccessToken(), null, null);
    private final Rotation rotation;

    RotationTest() {
        token.id("t1");
        token.setSessionId("s1");
        KeycloakSession session = (KeycloakSession) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { KeycloakSession.class },
                (proxy, method, arguments) -> method.getName().equals("singleUseObjects") ? objects : null);
        rotation = new Rotation(session);
    }

    @Test
    void aTokenIsRotatedOnce() {
        assertFalse(rotation.isOver(token));
        assertTrue(rotation.rotate(token, NO_GRACE));
        assertTrue(rotation.isOver(token));
        assertFalse(rotation.rotate(token, NO_GRACE));
    }

    @Test
    void aRotatedTokenStaysOverWhenTheServerStartsAnew() {
        rotation.rotate(token, 60);
        assertFalse(rotation.isOver(token));
        objects.restart();
        assertTrue(rotation.isOver(token));
        assertFalse(rotation.rotate(token, NO_GRACE));
    }

    @Test
    void withinItsGraceItIsRotatedAgainAndWrittenOnce() {
        assertTrue(rotation.rotate(token, 60));
        assertTrue(rotation.rotate(token, 60));
        assertEquals(1, objects.written.size());
    }

    @Test
    void aRequestThatComesWhileAnotherRotatesWritesNothing() {
        objects.keys.add("lifeguard:rotation-claim:s1:t1");
        assertFalse(rotation.rotate(token, NO_GRACE));
        assertTrue(rotation.rotate(token, 60));
        assertEquals(List.of(), objects.written);
    }

    /** As Keycloak keeps them: in memory, and those of revoked tokens in the database, too. */
    private static final class Objects implements SingleUseObjectProvider {

        private final Set<String> keys = new HashSet<>();
        private final List<String> written = new ArrayList<>();

        void restart() {
            keys.clear();
            keys.addAll(written);
        }

        @Override
        public boolean putIfAbsent(String key, long lifespanInSeconds) {
            if (key.endsWith(REVOKED_KEY)) {
                written.add(key);
            }
            return keys.add(key);
        }

        @Override
        public boolean contains(String key) {
            return keys.contains(key);
        }

        @Override
        public void put(String key, long lifespanSeconds, Map<String, String> notes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, String> get(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, String> remove(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean replace(String key, Map<String, String> notes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
        }
    }
}
