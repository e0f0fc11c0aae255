package dev.lifeguard.keycloak.sms;

/** What an answer of a gateway that has no codes of its own means. */
final class HttpVerdict {

    private HttpVerdict() {
    }

    static Outcome of(GatewayHttp.Answer answer) {
        if (answer instanceof GatewayHttp.Answered answered) {
            return ofStatus(answered.status());
        }
        return answer instanceof GatewayHttp.Unreachable unreachable ? Outcome.unavailable(unreachable.reason())
                : Outcome.unknown(((GatewayHttp.Silent) answer).reason());
    }

    static Outcome ofStatus(int status) {
        String reason = "HTTP " + status;
        return switch (status) {
            case 400, 422 -> Outcome.refused(reason);
            case 408, 429 -> Outcome.unavailable(reason);
            // What stands before the gateway got no answer from it: it may have taken the text.
            case 504 -> Outcome.unknown(reason);
            default -> {
                if (status >= 200 && status < 300) {
                    yield Outcome.accepted();
                }
                // A redirect, a wrong address or wrong credentials: it answers at once, to everybody, and a text is not lost there.
                yield status >= 500 ? Outcome.unavailable(reason) : Outcome.refusedHere(reason);
            }
        };
    }
}
