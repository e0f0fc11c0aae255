package dev.lifeguard.keycloak.sms.sns;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.lifeguard.keycloak.sms.Outcome;
import dev.lifeguard.keycloak.sms.SmsMessage;
import dev.lifeguard.keycloak.sms.SmsSender;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** Publishes a text to a phone number: https://docs.aws.amazon.com/sns/latest/dg/sms_publish-to-phone.html */
final class SnsSmsSender implements SmsSender {

    private static final int MICRO = 6;

    private final SnsClient client;
    private final AwsCredentialsProvider credentials;
    private final SnsSettings settings;

    SnsSmsSender(SnsClient client, AwsCredentialsProvider credentials, SnsSettings settings) {
        this.client = client;
        this.credentials = credentials;
        this.settings = settings;
    }

    @Override
    public Outcome send(SmsMessage message) {
        try {
            credentials.resolveCredentials();
        } catch (SdkException e) {
            return Outcome.refusedHere("the default chain has no AWS credentials");
        }
        try {
            client.publish(PublishRequest.builder().phoneNumber(message.to()).message(message.text()).messageAttributes(attributes(message)).build());
            return Outcome.accepted();
        } catch (SdkException e) {
            return SnsVerdict.of(e);
        }
    }

    private Map<String, MessageAttributeValue> attributes(SmsMessage message) {
        Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("AWS.SNS.SMS.SMSType", attribute("String", settings.smsType()));
        settings.senderId().ifPresent(id -> attributes.put("AWS.SNS.SMS.SenderID", attribute("String", id)));
        maxPriceInUsd(message).ifPresent(price -> attributes.put("AWS.SNS.SMS.MaxPrice", attribute("Number", price.toPlainString())));
        return attributes;
    }

    private Optional<BigDecimal> maxPriceInUsd(SmsMessage message) {
        Optional<BigDecimal> ofMessage = Optional.of(message.maxPriceInMicroUsd()).filter(price -> price != SmsMessage.NO_MAX_PRICE)
                .map(price -> BigDecimal.valueOf(price, MICRO));
        return Stream.concat(settings.maxPriceInUsd().stream(), ofMessage.stream()).min(BigDecimal::compareTo).map(BigDecimal::stripTrailingZeros);
    }

    private static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }
}
