package dev.lifeguard.keycloak.sms;

import java.net.URI;
import java.util.Optional;

/**
 * What the operator has said of Twilio.
 *
 * @param username the account's SID, or that of an API key
 * @param password what goes with it
 * @param senderField the field of the request that names the sender: {@code From} or {@code MessagingServiceSid}
 * @param authToken signs receipts, also where texts go out by an API key; without it there are none
 */
record TwilioSettings(URI messages, int timeoutInMillis, String username, Secret password, String senderField, String sender,
        Optional<Secret> authToken) {

    static final String DEFAULT_BASE_URL = "https://api.twilio.com";
    static final int DEFAULT_TIMEOUT_IN_MILLIS = 5_000;

    /** @return nothing when no account is given: there is no Twilio then */
    static Optional<TwilioSettings> read(GatewayOptions options) {
        return options.text("accountSid").map(account -> {
            requireSid(options, "accountSid", account, "AC");
            Optional<Secret> authToken = options.secret("authToken");
            Optional<String> apiKey = options.text("apiKey");
            Optional<Secret> apiKeySecret = options.secret("apiKeySecret");
            if (apiKey.isPresent() != apiKeySecret.isPresent()) {
                throw options.problem("apiKey", "and " + options.name("apiKeySecret") + " go together: set both or none");
            }
            apiKey.ifPresent(key -> requireSid(options, "apiKey", key, "SK"));
            Optional<String> from = options.text("from");
            Optional<String> service = options.text("messagingServiceSid");
            service.ifPresent(sid -> requireSid(options, "messagingServiceSid", sid, "MG"));
            if (from.isPresent() == service.isPresent()) {
                throw options.problem("from", "or " + options.name("messagingServiceSid") + " must be set, and not both");
            }
            String base = options.address("baseUrl").map(URI::toString).orElse(DEFAULT_BASE_URL).replaceFirst("/+$", "");
            return new TwilioSettings(URI.create(base + "/2010-04-01/Accounts/" + account + "/Messages.json"),
                    options.number("timeoutInMillis", DEFAULT_TIMEOUT_IN_MILLIS), apiKey.orElse(account),
                    apiKeySecret.or(() -> authToken).orElseThrow(() -> options.problem("authToken", "must be set, or an API key")),
                    from.isPresent() ? "From" : "MessagingServiceSid", from.or(() -> service).orElseThrow(), authToken);
        });
    }

    private static void requireSid(GatewayOptions options, String option, String sid, String prefix) {
        if (!sid.matches(prefix + "[0-9a-fA-F]{32}")) {
            throw options.problem(option, "must be " + prefix + " and 32 hexadecimal digits");
        }
    }
}
