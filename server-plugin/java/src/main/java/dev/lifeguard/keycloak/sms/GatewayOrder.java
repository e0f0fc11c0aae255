package dev.lifeguard.keycloak.sms;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which of the configured gateways are asked, and in which order. */
final class GatewayOrder {

    private static final String OPTION = "Lifeguard does not start: --spi-lifeguard-sms--failover--order ";

    private GatewayOrder() {
    }

    /**
     * @param configured ids of the gateways that have all that they need
     * @param order ids with commas between, empty when the operator has not said
     * @throws IllegalStateException when the order leaves a question open, in words for the operator
     */
    static List<String> of(Set<String> configured, String order) {
        List<String> wanted = Arrays.stream(order.split(",")).map(String::strip).filter(id -> !id.isEmpty()).toList();
        if (wanted.isEmpty() && configured.size() > 1) {
            throw new IllegalStateException(OPTION + "must say in which order the configured gateways are asked, for example "
                    + String.join(",", configured) + ".");
        }
        for (String id : wanted) {
            if (!configured.contains(id)) {
                throw new IllegalStateException(OPTION + "names " + id + ", which is no configured gateway. Configured: "
                        + (configured.isEmpty() ? "none" : String.join(", ", configured)) + ".");
            }
        }
        return List.copyOf(wanted.isEmpty() ? configured : new LinkedHashSet<>(wanted));
    }
}
