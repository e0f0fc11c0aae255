package dev.lifeguard.keycloak.cognito.srp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.lifeguard.keycloak.cognito.HmacSha256;
import dev.lifeguard.keycloak.cognito.sealing.SealingKey;

class SrpExchangeTest {

    private static final String POOL = "AbC123dEf";
    private static final String TIMESTAMP = "Sat Nov 28 17:05:03 UTC 2026";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SealingKey KEY = new SealingKey(random(32), "test");

    private static byte[] random(int bytes) {
        byte[] made = new byte[bytes];
        RANDOM.nextBytes(made);
        return made;
    }

    private static boolean signsIn(String kept, String typed) {
        SrpVerifier verifier = SrpVerifier.of(POOL, "alice", kept);
        SrpClient client = new SrpClient(new BigInteger(1, random(128)));
        BigInteger a = new BigInteger(client.publicHex(), 16);
        SrpExchange exchange = SrpExchange.start(a, new BigInteger(1, random(32)), verifier.value());
        String block = Base64.getEncoder().encodeToString(SecretBlock.of(exchange, 0).seal(KEY, "here"));
        String signature = client.sign(new SrpClient.SrpChallengeText(verifier.saltHex(), exchange.serverPublic().toString(16), block),
                POOL, "alice", typed, TIMESTAMP);
        return exchange.isProof(verifier.value(), POOL, "alice", Base64.getDecoder().decode(block), TIMESTAMP, signature);
    }

    /** Numbers with a leading zero or a high first bit are hashed otherwise; many rounds meet them all. */
    @Test
    void whoeverKnowsThePasswordProvesIt() {
        for (int round = 0; round < 40; round++) {
            assertTrue(signsIn("pässwörd " + round, "pässwörd " + round));
        }
    }

    @Test
    void nobodyElseDoes() {
        assertFalse(signsIn("P2$Sword", "P2$sword"));
        assertFalse(signsIn("P2$Sword", ""));
    }

    /** With A = 0, N, 2N the shared secret is 0 for whoever sends it, whatever the password. */
    @Test
    void aMultipleOfThePrimeProvesNothing() {
        BigInteger verifier = SrpVerifier.of(POOL, "alice", "P2$Sword").value();
        for (int times = 0; times < 3; times++) {
            BigInteger a = SrpGroup.N.multiply(BigInteger.valueOf(times));
            SrpExchange exchange = SrpExchange.start(a, BigInteger.TEN, verifier);
            byte[] key = SrpExchange.key(BigInteger.ZERO, SrpGroup.scramble(a, exchange.serverPublic()));
            String forged = Base64.getEncoder().encodeToString(HmacSha256.of(key, (POOL + "alice").getBytes(StandardCharsets.UTF_8),
                    new byte[0], TIMESTAMP.getBytes(StandardCharsets.UTF_8)));
            assertFalse(exchange.isProof(verifier, POOL, "alice", new byte[0], TIMESTAMP, forged));
        }
    }

    @Test
    void aSecretBlockComesBackAsItWas() {
        SrpExchange exchange = new SrpExchange(BigInteger.ZERO, new BigInteger(1, random(32)), SrpGroup.N.subtract(BigInteger.ONE));
        SecretBlock block = SecretBlock.of(exchange, 1_800_000_000_123L);
        assertEquals(Optional.of(block), SecretBlock.open(block.seal(KEY, "here"), KEY, "here"));
    }

    @Test
    void aSecretBlockOfAnotherUserOrKeyOrAnAlteredOneIsNone() {
        byte[] sealed = SecretBlock.of(new SrpExchange(BigInteger.ONE, BigInteger.ONE, BigInteger.ONE), 0).seal(KEY, "here");
        assertEquals(Optional.empty(), SecretBlock.open(sealed, KEY, "there"));
        assertEquals(Optional.empty(), SecretBlock.open(sealed, new SealingKey(random(32), "test"), "here"));
        assertEquals(Optional.empty(), SecretBlock.open(new byte[5], KEY, "here"));
        sealed[20] ^= 1;
        assertEquals(Optional.empty(), SecretBlock.open(sealed, KEY, "here"));
    }

    @Test
    void aSaltNeedsNoZerosAtItsBeginning() {
        assertEquals(32, new BigInteger(new SrpVerifier(SrpVerifier.newSalt(new byte[16]), BigInteger.ONE).saltHex(), 16).toString(16).length());
    }

    @Test
    void theClientsClockMayBeOffByMinutes() {
        long then = 1_795_885_503_000L;
        assertTrue(SrpTimestamp.isNear(TIMESTAMP, then));
        assertTrue(SrpTimestamp.isNear("Sun Nov 1 07:05:03 UTC 2026", 1_793_516_703_000L));
        assertTrue(SrpTimestamp.isNear("Sun Nov 01 07:05:03 UTC 2026", 1_793_516_703_000L));
        assertTrue(SrpTimestamp.isNear(TIMESTAMP, then + 300_000));
        assertFalse(SrpTimestamp.isNear(TIMESTAMP, then + 301_000));
        assertFalse(SrpTimestamp.isNear(TIMESTAMP, then - 301_000));
        assertFalse(SrpTimestamp.isNear("2026-11-28T17:05:03Z", then));
    }
}
