package dev.lifeguard.keycloak.factors;

import dev.lifeguard.keycloak.pages.PostedForm;

/** Proves the user's phone number by a code, and takes a first number where the pool lets users enter one. */
public final class PhoneSetUp extends CoreAction {

    static final String ID = "lifeguard-phone-number";

    public PhoneSetUp() {
        super(ID, "startPhoneSetUp", "answerPhoneSetUp");
    }

    @Override
    void readForm(PostedForm posted) {
        posted.take("phoneNumber").take("code").take("resend").take("change");
    }

    @Override
    public String getDisplayText() {
        return "Lifeguard: set up codes by SMS";
    }
}
