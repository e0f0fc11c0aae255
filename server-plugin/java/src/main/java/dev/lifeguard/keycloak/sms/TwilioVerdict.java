package dev.lifeguard.keycloak.sms;

import java.util.Set;

import dev.lifeguard.keycloak.core.Json;

/** What Twilio's answer to a new message means. Codes: https://www.twilio.com/docs/api/errors */
final class TwilioVerdict {

    /** Not a number; a short code; the sender itself; has opted out; not a mobile one; a landline. */
    private static final Set<Integer> ABOUT_THE_NUMBER = Set.of(21211, 21265, 21266, 21610, 21614, 21635);

    private TwilioVerdict() {
    }

    static Outcome of(GatewayHttp.Answer answer) {
        if (!(answer instanceof GatewayHttp.Answered answered) || answered.status() != 400) {
            return HttpVerdict.of(answer);
        }
        int code = code(answered.body());
        String reason = "HTTP 400, Twilio error " + code;
        // All else that Twilio refuses is between this account and this country: permissions of regions, the sender, a trial account.
        return ABOUT_THE_NUMBER.contains(code) ? Outcome.refused(reason) : Outcome.refusedHere(reason);
    }

    private static int code(String body) {
        try {
            return Json.parse(body).path("code").asInt();
        } catch (IllegalStateException e) {
            return 0; // No JSON: what stands before Twilio has answered.
        }
    }
}
