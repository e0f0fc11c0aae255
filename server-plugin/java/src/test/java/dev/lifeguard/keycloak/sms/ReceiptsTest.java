package dev.lifeguard.keycloak.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class ReceiptsTest {

    private static final URI ADDRESS = URI.create("https://id.example/realms/pool/lifeguard/sms/receipts/twilio/a1");

    private static ReceiptRequest request(String header, String value, String body) {
        return new ReceiptRequest("a1", ADDRESS, name -> header.equals(name) ? value : null, body);
    }

    private static Optional<Receipt.Status> twilio(String signature, String body) {
        return TwilioReceipts.read(request("X-Twilio-Signature", signature, body), "token").map(Receipt::status);
    }

    private static Optional<Receipt.Status> webhook(String signature, String body) {
        return WebhookReceipts.read(request(BodySignature.HEADER, signature, body), "secret", 1_000).map(Receipt::status);
    }

    /** A request of Twilio's, as its own library for Ruby checks it (spec/util/request_validator_spec.rb). */
    @Test
    void whatTwilioHasSignedIsGenuine() {
        URI address = URI.create("http://twiliotests.heroku.com/validate/voice");
        String body = "ToState=California&CalledState=California&Direction=inbound&FromState=CA&AccountSid=ACba8bc05eacf94afdae398e642c9cc32d"
                + "&Caller=%2B14153595711&CallerZip=94108&CallerCountry=US&From=%2B14153595711&FromCity=SAN+FRANCISCO&CallerCity=SAN+FRANCISCO"
                + "&To=%2B14157669926&FromZip=94108&FromCountry=US&ToCity=&CallStatus=ringing&CalledCity=&CallerState=CA&CalledZip=&ToZip=&ToCountry=US"
                + "&CallSid=CA136d09cd59a3c0ec8dbff44da5c03f31&CalledCountry=US&Called=%2B14157669926&ApiVersion=2010-04-01"
                + "&ApplicationSid=AP44efecad51364e80b133bb7c07eb8204";
        ReceiptRequest request = new ReceiptRequest("a1", address, name -> "oVb2kXoVy8GEfwBDjR8bk/ZZ6eA=", body);
        assertEquals(Optional.of(Receipt.Status.UNDERWAY), TwilioReceipts.read(request, "2bd9e9638872de601313dc77410d3b23").map(Receipt::status));
    }

    @Test
    void aReceiptOfTwilioIsGenuineForItsAddressAndParametersAlone() {
        String signature = TwilioReceipts.signature("token", ADDRESS.toString(), Map.of("MessageStatus", "delivered", "To", "+14155550123"));
        assertEquals(Optional.of(Receipt.Status.DELIVERED), twilio(signature, "To=%2B14155550123&MessageStatus=delivered"));
        assertEquals(Optional.empty(), twilio(signature, "To=%2B14155550123&MessageStatus=failed"));
        assertEquals(Optional.empty(), twilio(null, "To=%2B14155550123&MessageStatus=delivered"));
        assertEquals(Optional.empty(), twilio(TwilioReceipts.signature("token", ADDRESS + "2", Map.of("MessageStatus", "delivered")), "MessageStatus=delivered"));
        assertEquals(Optional.empty(), twilio(signature, "%zz=1"));
    }

    @Test
    void whatIsStillUnderwayIsNoEnd() {
        String signature = TwilioReceipts.signature("token", ADDRESS.toString(), Map.of("MessageStatus", "sent"));
        assertEquals(Optional.of(Receipt.Status.UNDERWAY), twilio(signature, "MessageStatus=sent"));
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
