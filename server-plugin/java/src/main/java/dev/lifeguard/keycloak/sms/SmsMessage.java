package dev.lifeguard.keycloak.sms;

/**
 * A text on its way to a phone. It holds a live code and a full number: it is never logged, and says nothing when printed.
 *
 * @param to E.164
 * @param text the message with the code in it
 */
public record SmsMessage(String to, String text) {

    @Override
    public String toString() {
        return "SmsMessage[withheld]";
    }
}
