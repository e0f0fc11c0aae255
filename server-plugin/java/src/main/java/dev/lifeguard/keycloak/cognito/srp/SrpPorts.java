package dev.lifeguard.keycloak.cognito.srp;

import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.cognito.OpenThings;
import dev.lifeguard.keycloak.cognito.PortGroup;
import dev.lifeguard.keycloak.cognito.sealing.SealingKey;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.ports.PoolClock;

/** The server's side of USER_SRP_AUTH. Between the two requests the client holds the state, sealed; the server remembers the finished ones. */
public final class SrpPorts implements PortGroup {

    /** The client computes in between, and asks nobody. */
    private static final long BLOCK_LIFE_IN_SECONDS = 60;
    private static final int EPHEMERAL_BYTES = 32;
    private static final int MAX_HEX_DIGITS = 1_024;
    private static final String NOBODY = "";

    private static final String WRONG = "wrong";

    private final KeycloakSession session;
    private final OpenThings open;
    private final SrpKeys keys;
    private final PoolClock clock;

    public SrpPorts(KeycloakSession session, OpenThings open, SrpKeys keys, PoolClock clock) {
        this.session = session;
        this.open = open;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Map<String, Port> ports() {
        return Map.of("startSrp", this::start, "pseudonym", this::pseudonym, "simulateSrp", this::simulate, "checkSrp", this::check);
    }

    private JsonNode start(JsonNode input) {
        Optional<SrpVerifier> verifier = verifiers().find();
        BigInteger a = clientPublic(input);
        if (verifier.isEmpty()) {
            return NullNode.getInstance();
        }
        return SrpExchange.isUsable(a) ? begin(input, a, verifier.get(), open.user().getId()) : begin(input, a, verifier.get(), NOBODY);
    }

    private String pseudonym(JsonNode input) {
        return Pseudonym.of(exchangeKey().pseudorandom("id of " + open.realm().getId() + " " + input.path("text").asText())).toString();
    }

    private JsonNode simulate(JsonNode input) {
        byte[] salt = SrpVerifier.newSalt(exchangeKey().pseudorandom("salt of " + open.realm().getId() + " " + input.path("username").asText()));
        BigInteger value = SrpGroup.number(SecretGenerator.getInstance().randomBytes(SrpGroup.N.bitLength() / Byte.SIZE)).mod(SrpGroup.N);
        return begin(input, clientPublic(input), new SrpVerifier(salt, value), NOBODY);
    }

    private ObjectNode begin(JsonNode input, BigInteger a, SrpVerifier verifier, String userId) {
        BigInteger b = SrpGroup.number(SecretGenerator.getInstance().randomBytes(EPHEMERAL_BYTES));
        // As long for a number that is refused as for any other.
        SrpExchange exchange = SrpExchange.start(a.mod(SrpGroup.N), b, verifier.value());
        byte[] block = SecretBlock.of(exchange, clock.millis(open.realm())).seal(exchangeKey(), context(input, userId));
        return Json.object()
                .put("saltHex", verifier.saltHex())
                .put("bHex", exchange.serverPublic().toString(16))
                .put("secretBlock", Base64.getEncoder().encodeToString(block));
    }

    private String check(JsonNode input) {
        UserModel user = open.user();
        Optional<SrpVerifier> verifier = verifiers().find();
        byte[] sealed = decoded(input.path("secretBlock").asText());
        Optional<SecretBlock> block = SecretBlock.open(sealed, exchangeKey(), context(input, user.getId()));
        if (verifier.isEmpty() || block.isEmpty() || !isFresh(block.get())) {
            return WRONG;
        }
        String timestamp = input.path("timestamp").asText();
        boolean isProof = SrpTimestamp.isNear(timestamp, Time.currentTimeMillis())
                && block.get().exchange().isProof(verifier.get().value(), input.path("poolName").asText(), user.getUsername(), sealed,
                        timestamp, input.path("signature").asText());
        if (!isProof) {
            return WRONG;
        }
        String mark = "lifeguard:srp:" + open.realm().getId() + ":" + block.get().id();
        return session.singleUseObjects().putIfAbsent(mark, BLOCK_LIFE_IN_SECONDS + 1) ? "right" : "used";
    }

    private boolean isFresh(SecretBlock block) {
        long age = clock.millis(open.realm()) - block.startedAtInMillis();
        return age >= 0 && age <= BLOCK_LIFE_IN_SECONDS * 1_000;
    }

    /** @return 0 for what is no number: it is refused as that is */
    private static BigInteger clientPublic(JsonNode input) {
        String hex = input.path("aHex").asText();
        return hex.matches("[0-9a-fA-F]{1," + MAX_HEX_DIGITS + "}") ? new BigInteger(hex, 16) : BigInteger.ZERO;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** What the block is bound to. @param userId nobody's for an exchange that is not to be finished */
    private String context(JsonNode input, String userId) {
        return String.join(" ", open.realm().getId(), userId, input.path("poolName").asText());
    }

    private SrpVerifiers verifiers() {
        return new SrpVerifiers(session, keys, open.realm(), open.user());
    }

    /** Of the server, or of the realm where the server has none: then no user has a verifier, but nobody has to know. */
    private SealingKey exchangeKey() {
        RealmModel realm = open.realm();
        return keys.current(session).orElseGet(() -> new SealingKey(
                session.keys().getActiveKey(realm, KeyUse.ENC, Algorithm.AES).getSecretKey().getEncoded(), "srp exchange"));
    }
}
