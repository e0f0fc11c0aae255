package dev.lifeguard.keycloak.factors;

import org.keycloak.models.KeycloakSession;

import dev.lifeguard.keycloak.pages.PostedForm;

/** The user's own page of factors. */
public final class MfaSettings extends CoreAction {

    static final String ID = "lifeguard-mfa-settings";

    public MfaSettings() {
        super(ID, "showMfaSettings", "changeMfaSettings");
    }

    @Override
    void readForm(PostedForm posted) {
        posted.take("button");
    }

    /** Whoever opens the page is asked for the password, however new the session is. */
    @Override
    public int getMaxAuthAge(KeycloakSession session) {
        return 0;
    }

    @Override
    public String getDisplayText() {
        return "Lifeguard: choose second factors";
    }
}
