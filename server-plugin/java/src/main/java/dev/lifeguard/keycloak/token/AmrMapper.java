package dev.lifeguard.keycloak.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AmrProtocolMapper;

import dev.lifeguard.keycloak.factors.SessionProof;

/**
 * Keycloak's own mapper of the claim {@code amr}, which names one fixed value for each step, with what a step of ours can't fix: whether
 * the factor was an SMS or an authenticator. It names the password too, which nobody has to configure then.
 */
public final class AmrMapper extends AmrProtocolMapper {

    private static final String ID = "lifeguard-amr-mapper";

    /** Keycloak's steps that check a password. */
    private static final Set<String> PASSWORD_STEPS = Set.of("auth-username-password-form", "auth-password-form",
            "direct-grant-validate-password", "idp-username-password-form");

    /** RFC 8176, section 2. */
    private static final String PASSWORD = "pwd";

    @Override
    protected List<String> getAmr(AuthenticatedClientSessionModel clientSession, RealmModel realm) {
        UserSessionModel session = clientSession.getUserSession();
        Stream<String> password = passedPassword(session, realm) ? Stream.of(PASSWORD) : Stream.empty();
        Stream<String> named = Stream.concat(password, super.getAmr(clientSession, realm).stream());
        return new ArrayList<>(Stream.concat(named, SessionProof.authenticationMethods(session).stream()).distinct().toList());
    }

    private static boolean passedPassword(UserSessionModel session, RealmModel realm) {
        return AuthenticatorUtils.parseCompletedExecutions(session.getNote(Constants.AUTHENTICATORS_COMPLETED)).keySet().stream()
                .map(realm::getAuthenticationExecutionById)
                .filter(Objects::nonNull)
                .map(AuthenticationExecutionModel::getAuthenticator)
                .anyMatch(authenticator -> authenticator != null && PASSWORD_STEPS.contains(authenticator));
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Lifeguard: Authentication Method Reference (amr)";
    }

    @Override
    public String getHelpText() {
        return "Adds how the user has signed in: pwd, sms or otp, and mfa where a second factor was proven (RFC 8176).";
    }
}
