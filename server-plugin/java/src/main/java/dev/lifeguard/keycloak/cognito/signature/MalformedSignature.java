package dev.lifeguard.keycloak.cognito.signature;

/** The header Authorization can't be read, or its signature does not cover what it has to. */
final class MalformedSignature extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason for the client, without anything that it sent */
    MalformedSignature(String reason) {
        super(reason);
    }
}
