package dev.lifeguard.keycloak.factors;

import org.keycloak.models.KeycloakSession;

import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.ws.rs.core.MultivaluedMap;

/** The user's own page of factors. */
public final class MfaSettings extends CoreAction {

    static final String ID = "lifeguard-mfa-settings";

    public MfaSettings() {
        super(ID, "showMfaSettings", "changeMfaSettings");
    }

    @Override
    void readForm(MultivaluedMap<String, String> posted, ObjectNode form) {
        put(form, posted, "change");
        put(form, posted, "value");
        // A button carries both in one value, because it is one field.
        String button = posted.getFirst("button");
        if (button != null) {
            int colon = button.indexOf(':');
            form.put("change", colon < 0 ? button : button.substring(0, colon));
            form.put("value", colon < 0 ? "" : button.substring(colon + 1));
        }
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
