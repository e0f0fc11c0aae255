package dev.lifeguard.keycloak.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class ReceiptsTest {

    private static final String ADDRESS = "https://id.example/realms/pool/lifeguard/sms/receipts/twilio/a1";
    private static final Map<String, String> DELIVERED = Map.of("MessageStatus", "delivered", "To", "+14155550123");

    private static ReceiptRequest request(String header, String value, String body, Map<String, String> form) {
        return new ReceiptRequest("any", "a1", name -> header.equals(name) ? value : null, body, form);
    }

    private static Optional<Receipt.Status> twilio(String signature, Map<String, String> form) {
        return TwilioReceipts.read(request("X-Twilio-Signature", signature, "", form), ADDRESS, "token").map(Receipt::status);
    }

    private static Optional<Receipt.Status> webhook(String signature, String body) {
        return WebhookReceipts.read(request(BodySignature.HEADER, signature, body, Map.of()), "secret", 1_000).map(Receipt::status);
    }

    /** A request of Twilio's, as its own library for Ruby checks it (spec/util/request_validator_spec.rb). */
    @Test
    void whatTwilioHasSignedIsGenuine() {
        Map<String, String> form = new HashMap<>(Map.of("ToState", "California", "CalledState", "California", "Direction", "inbound", "FromState", "CA",
                "AccountSid", "ACba8bc05eacf94afdae398e642c9cc32d", "Caller", "+14153595711", "CallerZip", "94108", "CallerCountry", "US",
                "From", "+14153595711", "FromCity", "SAN FRANCISCO"));
        form.putAll(Map.of("CallerCity", "SAN FRANCISCO", "To", "+14157669926", "FromZip", "94108", "FromCountry", "US", "ToCity", "",
                "CallStatus", "ringing", "CalledCity", "", "CallerState", "CA", "CalledZip", "", "ToZip", ""));
        form.putAll(Map.of("ToCountry", "US", "CallSid", "CA136d09cd59a3c0ec8dbff44da5c03f31", "CalledCountry", "US", "Called", "+14157669926",
                "ApiVersion", "2010-04-01", "ApplicationSid", "AP44efecad51364e80b133bb7c07eb8204"));
        assertEquals("oVb2kXoVy8GEfwBDjR8bk/ZZ6eA=",
                TwilioReceipts.signature("2bd9e9638872de601313dc77410d3b23", "http://twiliotests.heroku.com/validate/voice", form));
    }

    @Test
    void aReceiptOfTwilioIsGenuineForItsAddressAndFieldsAlone() {
        String signature = TwilioReceipts.signature("token", ADDRESS, DELIVERED);
        assertEquals(Optional.of(Receipt.Status.DELIVERED), twilio(signature, DELIVERED));
        assertEquals(Optional.empty(), twilio(signature, Map.of("MessageStatus", "failed", "To", "+14155550123")));
        assertEquals(Optional.empty(), twilio(null, DELIVERED));
        assertEquals(Optional.empty(), twilio(TwilioReceipts.signature("token", ADDRESS + "2", DELIVERED), DELIVERED));
        assertEquals(Optional.empty(), twilio(TwilioReceipts.signature("guessed", ADDRESS, DELIVERED), DELIVERED));
    }

    @Test
    void whatIsStillUnderwayIsNoEnd() {
        Map<String, String> sent = Map.of("MessageStatus", "sent");
        assertEquals(Optional.of(Receipt.Status.UNDERWAY), twilio(TwilioReceipts.signature("token", ADDRESS, sent), sent));
    }

    @Test
    void aReceiptOfAWebhookIsGoodForTheTextThatItNames() {
        String body = "{\"id\": \"a1\", \"status\": \"failed\"}";
        assertEquals(Optional.of(Receipt.Status.FAILED), webhook(BodySignature.sign("secret", body, 1_000), body));
        assertEquals(Optional.empty(), webhook(BodySignature.sign("other", body, 1_000), body));
        assertEquals(Optional.empty(), webhook(BodySignature.sign("secret", body, 1), body));
        String ofAnother = body.replace("a1", "a2");
        assertEquals(Optional.empty(), webhook(BodySignature.sign("secret", ofAnother, 1_000), ofAnother));
        assertEquals(Optional.empty(), webhook(BodySignature.sign("secret", "no JSON", 1_000), "no JSON"));
    }
}
