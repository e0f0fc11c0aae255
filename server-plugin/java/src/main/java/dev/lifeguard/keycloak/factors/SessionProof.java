package dev.lifeguard.keycloak.factors;

import java.util.ArrayList;
import java.util.List;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Json;

/** What a session has proven beside the password. The note of the factor goes over from the sign-in to the session that it makes. */
public final class SessionProof {

    private static final String FACTOR_NOTE = "lifeguard.factor";

    /**
     * On sign-ins in which the password alone was proven and which go on to a set-up: the way by which they came.
     * A set-up from the account console has passed a factor.
     */
    private static final String AFTER_PASSWORD_NOTE = "lifeguard.set-up-after-password";

    /** What the factor adds to the claim amr, between blanks. */
    private static final String AMR_NOTE = "lifeguard.amr";

    private SessionProof() {
    }

    /** @return the values that the session's factor adds to the claim amr; none for a session without a factor */
    public static List<String> authenticationMethods(UserSessionModel session) {
        String methods = session.getNote(AMR_NOTE);
        return methods == null ? List.of() : List.of(methods.split(" "));
    }

    /** @param done what the core said of the factor that was passed */
    public static void passed(AuthenticationSessionModel session, JsonNode done) {
        String factor = done.path("factor").asText();
        List<String> methods = new ArrayList<>();
        done.path("amr").forEach(method -> methods.add(method.asText()));
        session.setUserSessionNote(FACTOR_NOTE, factor);
        session.setUserSessionNote(AMR_NOTE, String.join(" ", methods));
        session.setAuthNote(noteOfUser(session), factor);
        session.removeAuthNote(AFTER_PASSWORD_NOTE);
    }

    /**
     * For a sign-in that has no steps which would say what was proven.
     * @param factor null for a password alone
     * @param methods all values of the claim amr, with that of the password
     */
    public static void proven(AuthenticationSessionModel session, String factor, List<String> methods) {
        if (factor != null) {
            session.setUserSessionNote(FACTOR_NOTE, factor);
        }
        session.setUserSessionNote(AMR_NOTE, String.join(" ", methods));
    }

    /** @return the factor that was proven when the session began, or since; null for none */
    public static String factorOf(UserSessionModel session) {
        return session.getNote(FACTOR_NOTE);
    }

    /** A factor that was proven in a session that goes on. Its tokens keep the claims of their sign-in. */
    public static void provenSince(UserSessionModel session, String factor) {
        session.setNote(FACTOR_NOTE, factor);
    }

    /** @return the factor that the same user has proven in an earlier flow of this sign-in, else null */
    public static String passedBefore(AuthenticationSessionModel session) {
        return session.getAuthNote(noteOfUser(session));
    }

    /** A tab can change its user between two flows, and what one has proven is nothing to the other. */
    private static String noteOfUser(AuthenticationSessionModel session) {
        return FACTOR_NOTE + "." + session.getAuthenticatedUser().getId();
    }

    /** @param entry the core's name of the way */
    public static void passwordAlone(AuthenticationSessionModel session, String entry) {
        session.setAuthNote(AFTER_PASSWORD_NOTE, entry);
    }

    /** @return what the core's SessionProof wants to know */
    static ObjectNode of(KeycloakSession session, AuthenticationSessionModel signIn) {
        String now = signIn.getUserSessionNotes().get(FACTOR_NOTE);
        String entry = signIn.getAuthNote(AFTER_PASSWORD_NOTE);
        ObjectNode proof = Json.object()
                .put("afterPassword", entry != null)
                .put("passedFactor", now == null ? earlier(session, signIn) : now);
        if (entry != null) {
            proof.put("entry", entry);
        }
        return proof;
    }

    /** A required action that goes on with a session by its cookie finds there what the session proved when it began. */
    private static String earlier(KeycloakSession session, AuthenticationSessionModel signIn) {
        AuthenticationManager.AuthResult existing = AuthenticationManager.authenticateIdentityCookie(session, signIn.getRealm(), true);
        return existing != null && existing.user().equals(signIn.getAuthenticatedUser()) ? factorOf(existing.session()) : null;
    }
}
