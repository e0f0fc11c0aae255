package dev.lifeguard.keycloak.cognito.tokens;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.authentication.RequiredActionContextResult;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegisterFactory;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;
import org.keycloak.sessions.AuthenticationSessionModel;

import dev.lifeguard.keycloak.cognito.OpenThings;

/**
 * The required actions that Keycloak would ask for at this moment: those that stand on the user, and those that their own triggers call
 * for, as for a password that has expired. The triggers get a user on whom nothing stays, because the answer may be a refusal.
 */
final class OpenActions {

    /** Keycloak's own that are only asked for by name, and read every certificate that the server trusts when they are made. */
    private static final Set<Class<?>> WITHOUT_TRIGGERS = Set.of(WebAuthnRegisterFactory.class, WebAuthnPasswordlessRegisterFactory.class);

    private final KeycloakSession session;
    private final OpenThings open;
    private final BegunSignIn begun;

    OpenActions(KeycloakSession session, OpenThings open, BegunSignIn begun) {
        this.session = session;
        this.open = open;
        this.begun = begun;
    }

    List<String> list() {
        RealmModel realm = open.realm();
        AuthenticationSessionModel signIn = begun.get();
        Untouched user = new Untouched(open.user());
        EventBuilder event = new EventBuilder(realm, session, session.getContext().getConnection());
        realm.getRequiredActionProvidersStream().filter(RequiredActionProviderModel::isEnabled)
                .forEach(model -> evaluate(model, signIn, user, event));
        return Stream.concat(user.getRequiredActionsStream(), signIn.getRequiredActions().stream())
                .distinct().filter(this::isEnabled).sorted().toList();
    }

    private boolean isEnabled(String alias) {
        RequiredActionProviderModel model = open.realm().getRequiredActionProviderByAlias(alias);
        return model != null && model.isEnabled();
    }

    private void evaluate(RequiredActionProviderModel model, AuthenticationSessionModel signIn, UserModel user, EventBuilder event) {
        RequiredActionFactory factory = (RequiredActionFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(RequiredActionProvider.class, model.getProviderId());
        if (factory != null && !WITHOUT_TRIGGERS.contains(factory.getClass())) {
            factory.create(session).evaluateTriggers(new RequiredActionContextResult(signIn, open.realm(), event, session,
                    session.getContext().getHttpRequest(), user, factory));
        }
    }

    /** Takes required actions, and keeps them to itself. */
    private static final class Untouched extends UserModelDelegate {

        private final Set<String> actions;

        Untouched(UserModel user) {
            super(user);
            actions = new LinkedHashSet<>(user.getRequiredActionsStream().toList());
        }

        @Override
        public Stream<String> getRequiredActionsStream() {
            return actions.stream();
        }

        @Override
        public void addRequiredAction(String action) {
            actions.add(action);
        }

        @Override
        public void addRequiredAction(RequiredAction action) {
            actions.add(action.name());
        }

        @Override
        public void removeRequiredAction(String action) {
            actions.remove(action);
        }

        @Override
        public void removeRequiredAction(RequiredAction action) {
            actions.remove(action.name());
        }
    }
}
