package dev.lifeguard.keycloak.sms;

/**
 * A text on its way to a phone. It holds a live code and a full number: it is never logged, and says nothing when printed.
 *
 * @param id the same whenever this very text is handed over again: gateways get it as the idempotency key
 * @param to E.164
 * @param text the message with the code in it
 * @param maxPriceInMicroUsd what it may cost at most; {@link #NO_MAX_PRICE} when nobody has said
 */
public record SmsMessage(String id, String to, String text, long maxPriceInMicroUsd) {

    public static final long NO_MAX_PRICE = -1;

    @Override
    public String toString() {
        return "SmsMessage[withheld]";
    }
}
