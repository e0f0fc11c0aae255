package dev.lifeguard.keycloak.engine;

/** Anything that is not an answer of the core: it threw, crossed a limit or answered no text. Whoever catches it denies. */
public final class CoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
