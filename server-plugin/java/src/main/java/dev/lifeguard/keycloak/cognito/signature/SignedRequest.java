package dev.lifeguard.keycloak.cognito.signature;

import java.util.List;
import java.util.function.Function;

/**
 * A request as it came over the wire.
 *
 * @param addresses under which the client may have sent it: what it signed is one of them
 * @param query with its percent-encoding, empty for none
 * @param headers the values of a header, whose name is in lower case; empty for none
 */
public record SignedRequest(String method, List<Address> addresses, String query, Function<String, List<String>> headers, byte[] body) {

    /**
     * @param host with the port, where one was sent
     * @param path with its percent-encoding
     */
    public record Address(String host, String path) {
    }

    /** @return null when there is none, or several */
    String header(String name) {
        List<String> values = headers.apply(name);
        return values.size() == 1 ? values.get(0) : null;
    }
}
