package dev.lifeguard.keycloak.sms;

/**
 * What a gateway says later of a text that it has accepted.
 *
 * @param messageId the text's id, {@link SmsMessage#id()}
 */
public record Receipt(String messageId, Status status) {

    public enum Status {
        /** On its way: nothing to note. */
        UNDERWAY, DELIVERED, FAILED
    }
}
