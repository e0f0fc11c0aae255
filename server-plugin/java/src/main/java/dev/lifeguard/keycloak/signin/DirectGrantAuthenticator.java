package dev.lifeguard.keycloak.signin;

import org.keycloak.authentication.AuthenticationFlowContext;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.pages.PostedForm;
import dev.lifeguard.keycloak.ports.PoolClock;

/**
 * The same step in the resource owner password grant, where one request carries everything: without a code it is the start of a sign-in,
 * with one its answer.
 */
final class DirectGrantAuthenticator extends SignInAuthenticator {

    DirectGrantAuthenticator(PoolClock clock) {
        super(clock, new DirectGrantAnswers());
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        ObjectNode form = Json.object();
        new PostedForm(context.getHttpRequest(), form)
                .take("sms_code", "code")
                // Keycloak's own names for the code of an authenticator app in this grant.
                .take("totp", "code")
                .take("otp", "code")
                .take("mfa_factor", "factor")
                .take("mfa_resend", "resend");
        ObjectNode input = input(context);
        if (form.isEmpty()) {
            decide(context, "startSignIn", input);
        } else {
            input.set("form", form);
            decide(context, "answerSignIn", input);
        }
    }

    @Override
    String entry(AuthenticationFlowContext context) {
        return "direct-grant";
    }
}
