package dev.lifeguard.keycloak.sms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.http.NameValuePair;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.message.BasicNameValuePair;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;

/** Twilio's Programmable Messaging: https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource */
final class TwilioSmsSender implements SmsSender {

    private final KeycloakSession session;
    private final TwilioSettings settings;
    private final GatewayHttp http;

    TwilioSmsSender(KeycloakSession session, TwilioSettings settings, GatewayHttp http) {
        this.session = session;
        this.settings = settings;
        this.http = http;
    }

    @Override
    public Outcome send(SmsMessage message) {
        Optional<String> password = settings.password().reveal(session);
        if (password.isEmpty()) {
            return Outcome.refusedHere("the vault has no value for Twilio's secret in this realm");
        }
        HttpPost post = new HttpPost(settings.messages());
        post.setHeader("Authorization", WebhookSmsSender.basic(settings.username(), password.get()));
        post.setEntity(new UrlEncodedFormEntity(form(message), StandardCharsets.UTF_8));
        return TwilioVerdict.of(http.post(session.getProvider(HttpClientProvider.class).getHttpClient(), post, settings.timeoutInMillis()));
    }

    private List<NameValuePair> form(SmsMessage message) {
        List<NameValuePair> form = new ArrayList<>();
        form.add(new BasicNameValuePair("To", message.to()));
        form.add(new BasicNameValuePair(settings.senderField(), settings.sender()));
        form.add(new BasicNameValuePair("Body", message.text()));
        if (settings.authToken().isPresent()) {
            ReceiptAddress.reachable(session, TwilioSmsSenderFactory.ID, message.id())
                    .ifPresent(address -> form.add(new BasicNameValuePair("StatusCallback", address.toString())));
        }
        return form;
    }
}
