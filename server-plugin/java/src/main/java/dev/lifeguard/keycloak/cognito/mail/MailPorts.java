package dev.lifeguard.keycloak.cognito.mail;

import java.util.Map;

import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.cognito.OpenThings;
import dev.lifeguard.keycloak.cognito.PortGroup;
import dev.lifeguard.keycloak.state.CodeStore;

/** Mails of the API, by Keycloak's own sender and the SMTP server of the realm. What they hold stands in no log and in no event. */
public final class MailPorts implements PortGroup {

    private static final Logger LOG = Logger.getLogger(MailPorts.class);

    private static final String PLACE = "{####}";

    private final KeycloakSession session;
    private final OpenThings open;

    public MailPorts(KeycloakSession session, OpenThings open) {
        this.session = session;
        this.open = open;
    }

    @Override
    public Map<String, Port> ports() {
        return Map.of("mailCode", this::sendCode, "mailPassword", this::sendPassword);
    }

    private String sendCode(JsonNode input) {
        CodeStore.Mail mail = new CodeStore(session, open.realm(), open.user(), input.path("purpose").asText())
                .mail(input.path("message").asText());
        return send(mail.address(), input.path("subject").asText(), mail.body());
    }

    private String sendPassword(JsonNode input) {
        return send(open.user().getEmail(), input.path("subject").asText(),
                input.path("message").asText().replace(PLACE, input.path("password").asText()));
    }

    private String send(String address, String subject, String text) {
        Map<String, String> server = open.realm().getSmtpConfig();
        if (address == null || address.isEmpty() || server.isEmpty()) {
            LOG.warnf("Lifeguard sends no mail in realm %s: %s", open.realm().getName(),
                    server.isEmpty() ? "it has no SMTP server" : "the user has no address");
            return "refused";
        }
        try {
            session.getProvider(EmailSenderProvider.class).send(server, address, subject, text, Html.of(text));
            return "accepted";
        } catch (EmailException e) {
            LOG.warnf("The SMTP server of realm %s did not take a mail", open.realm().getName());
            LOG.debug("the mail was refused", e);
            return "refused";
        }
    }
}
