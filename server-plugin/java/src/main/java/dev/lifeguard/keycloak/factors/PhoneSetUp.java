package dev.lifeguard.keycloak.factors;

import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.ws.rs.core.MultivaluedMap;

/** Proves the user's phone number by a code, and takes a first number where the pool lets users enter one. */
public final class PhoneSetUp extends CoreAction {

    static final String ID = "lifeguard-phone-number";

    public PhoneSetUp() {
        super(ID, "startPhoneSetUp", "answerPhoneSetUp");
    }

    @Override
    void readForm(MultivaluedMap<String, String> posted, ObjectNode form) {
        put(form, posted, "phoneNumber");
        put(form, posted, "code");
        put(form, posted, "resend");
        put(form, posted, "change");
    }

    @Override
    public String getDisplayText() {
        return "Lifeguard: set up codes by SMS";
    }
}
