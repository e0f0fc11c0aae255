package dev.lifeguard.keycloak.sms.sns;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;

import dev.lifeguard.keycloak.sms.GatewayOptions;

/**
 * What the operator has said of Amazon SNS.
 *
 * @param endpoint another address than the region's own
 * @param maxPriceInUsd what one text may cost at most; the text's own maximum holds where it is lower
 */
record SnsSettings(String region, Optional<URI> endpoint, Optional<String> senderId, String smsType, Optional<BigDecimal> maxPriceInUsd,
        int timeoutInMillis) {

    static final int DEFAULT_TIMEOUT_IN_MILLIS = 5_000;
    static final String DEFAULT_SMS_TYPE = "Transactional";

    /** @return nothing when no region is given: there is no SNS then */
    static Optional<SnsSettings> read(GatewayOptions options) {
        return options.text("region").map(region -> {
            if (!region.matches("[a-z]{2}(-[a-z]+)+-[0-9]+")) {
                throw options.problem("region", "must be a region of AWS, for example eu-central-1");
            }
            String smsType = options.text("smsType").orElse(DEFAULT_SMS_TYPE);
            if (!smsType.equals("Transactional") && !smsType.equals("Promotional")) {
                throw options.problem("smsType", "must be Transactional or Promotional");
            }
            Optional<String> senderId = options.text("senderId");
            if (senderId.filter(id -> !id.matches("(?=.*[A-Za-z])[A-Za-z0-9-]{3,11}")).isPresent()) {
                throw options.problem("senderId", "must be 3 to 11 letters, digits and hyphens, with one letter at least");
            }
            Optional<String> maxPrice = options.text("maxPrice");
            if (maxPrice.filter(price -> !price.matches("[0-9]{1,4}(\\.[0-9]{1,6})?")).isPresent()) {
                throw options.problem("maxPrice", "must be an amount in USD, for example 0.50");
            }
            return new SnsSettings(region, options.address("endpoint"), senderId, smsType, maxPrice.map(BigDecimal::new),
                    options.number("timeoutInMillis", DEFAULT_TIMEOUT_IN_MILLIS));
        });
    }
}
