package dev.lifeguard.keycloak.cognito.http;

/** A request that the core is not asked about. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refusal(Answer answer) {
        super(answer.body().path("message").asText(), null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
