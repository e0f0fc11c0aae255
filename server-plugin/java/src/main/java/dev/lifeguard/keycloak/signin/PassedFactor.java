package dev.lifeguard.keycloak.signin;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The factor that a session has proven beside the password. The note goes over from the sign-in to the session that it makes. */
public final class PassedFactor {

    private static final String NOTE = "lifeguard.factor";

    private PassedFactor() {
    }

    static void note(AuthenticationSessionModel session, String factor) {
        session.setUserSessionNote(NOTE, factor);
    }

    /** @return the factor of this sign-in or of the session that it goes on, else null */
    static String of(KeycloakSession session, AuthenticationSessionModel authenticationSession) {
        String now = authenticationSession.getUserSessionNotes().get(NOTE);
        return now == null ? of(session.getContext().getUserSession()) : now;
    }

    /** @param session may be null */
    public static String of(UserSessionModel session) {
        return session == null ? null : session.getNote(NOTE);
    }
}
