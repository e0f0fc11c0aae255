package dev.lifeguard.keycloak.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.sms.SmsMessage;

/**
 * The one code of a user and a purpose, as single-use objects: the code itself, a guard that one issuer holds, and for each code
 * a mark that it has ended, which one caller in the cluster sets. A code ends once: by the right answer or by being discarded.
 */
public final class CodeStore {

    /** What a new code is to be. */
    public record Order(int digits, String destination, long sentAtInMillis, long validityInSeconds) {
    }

    /** The core decides by its own clock whether a code has expired, so it has to find it a little longer. */
    private static final long KEPT_AFTER_EXPIRY_IN_SECONDS = 60;

    private static final String CODE = "code";
    private static final String GUARD = "guard";
    private static final String ID = "id";
    private static final String DESTINATION = "destination";
    private static final String SENT_AT = "sentAtInMillis";
    private static final String VALIDITY = "validityInSeconds";

    private final KeycloakSession session;
    private final SingleUseObjectProvider objects;
    private final String prefix;

    public CodeStore(KeycloakSession session, RealmModel realm, UserModel user, String purpose) {
        this.session = session;
        this.objects = session.singleUseObjects();
        this.prefix = UserKeys.prefix(realm, user, purpose);
    }

    /** @return what the core may know of the code, or JSON null */
    public JsonNode find() {
        Map<String, String> code = objects.get(prefix + CODE);
        return code == null ? NullNode.getInstance() : Json.object()
                .put(ID, code.get(ID))
                .put(DESTINATION, code.get(DESTINATION))
                .put(SENT_AT, Long.parseLong(code.get(SENT_AT)))
                .put(VALIDITY, Long.parseLong(code.get(VALIDITY)));
    }

    public boolean issue(Order order) {
        long life = lifeInSeconds(order.validityInSeconds());
        if (!objects.putIfAbsent(prefix + GUARD, life)) {
            return false;
        }
        Map<String, String> code = Map.of(
                ID, SecretGenerator.getInstance().randomString(16),
                CODE, SecretGenerator.getInstance().randomString(order.digits(), SecretGenerator.DIGITS),
                DESTINATION, order.destination(),
                SENT_AT, Long.toString(order.sentAtInMillis()),
                VALIDITY, Long.toString(order.validityInSeconds()));
        try {
            // A transaction of its own: the answer to a text may arrive on another node before this request ends.
            KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(),
                    own -> own.singleUseObjects().put(prefix + CODE, life, code));
        } catch (RuntimeException e) {
            objects.remove(prefix + GUARD);
            throw e;
        }
        return true;
    }

    /** The text to send: like the mail the only way by which a code leaves this class. */
    public SmsMessage message(String id, String template, long maxPriceInMicroUsd) {
        Mail text = mail(template);
        return new SmsMessage(id, text.address(), text.body(), maxPriceInMicroUsd);
    }

    public Mail mail(String template) {
        Map<String, String> code = objects.get(prefix + CODE);
        if (code == null) {
            throw new IllegalStateException("no code to send");
        }
        return new Mail(code.get(DESTINATION), template.replace("{####}", code.get(CODE)));
    }

    /** A code on its way to where it was issued for. */
    public record Mail(String address, String body) {

        @Override
        public String toString() {
            return "Mail[withheld]";
        }
    }

    public boolean discard(String id) {
        Map<String, String> code = objects.get(prefix + CODE);
        return code != null && code.get(ID).equals(id) && end(code);
    }

    public boolean isRight(String id, String guess) {
        return isRight(objects.get(prefix + CODE), id, guess);
    }

    public boolean consume(String id, String guess) {
        Map<String, String> code = objects.get(prefix + CODE);
        return isRight(code, id, guess) && end(code);
    }

    private static boolean isRight(Map<String, String> code, String id, String guess) {
        return code != null && code.get(ID).equals(id) && equalInConstantTime(code.get(CODE), guess);
    }

    /** The mark survives a rollback and has one winner, whatever else the requests that find the same code do. */
    private boolean end(Map<String, String> code) {
        if (!objects.putIfAbsent(prefix + "ended:" + code.get(ID), lifeInSeconds(Long.parseLong(code.get(VALIDITY))))) {
            return false;
        }
        objects.remove(prefix + CODE);
        objects.remove(prefix + GUARD);
        return true;
    }

    private static long lifeInSeconds(long validityInSeconds) {
        return validityInSeconds + KEPT_AFTER_EXPIRY_IN_SECONDS;
    }

    private static boolean equalInConstantTime(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
