package dev.lifeguard.keycloak.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.core.Json;
import jakarta.ws.rs.core.Response;

/** The pages that the core can name, and the template of each. */
public final class CorePages {

    /** A page's template, and the field at which it says what is wrong. */
    private record Page(String template, String errorField) {
    }

    private static final Map<String, Page> PAGES = Map.of(
            "sms-code", new Page("lifeguard-sms-code.ftl", "code"),
            "software-token", new Page("lifeguard-software-token.ftl", "totp"),
            "select-factor", new Page("lifeguard-select-factor.ftl", "factor"),
            "set-up", new Page("lifeguard-set-up.ftl", "setUp"),
            "phone-number", new Page("lifeguard-phone-number.ftl", "phoneNumber"),
            "phone-code", new Page("lifeguard-sms-code.ftl", "code"),
            "mfa-settings", new Page("lifeguard-mfa-settings.ftl", "global"));

    private CorePages() {
    }

    /** @param page what the core answered; a page that is not known throws */
    public static Response show(LoginFormsProvider form, JsonNode page) {
        Page known = PAGES.get(page.path("page").asText());
        if (known == null) {
            throw new IllegalStateException("unknown page");
        }
        String notice = page.path("notice").asText("");
        if (!notice.isEmpty()) {
            form.setInfo(notice, parameters(page));
        }
        String message = page.path("message").asText("");
        if (!message.isEmpty()) {
            form.addError(new FormMessage(known.errorField(), message, parameters(page)));
        }
        return form.setAttribute("page", Json.convert(page, new TypeReference<Map<String, Object>>() { })).createForm(known.template());
    }

    public static Response error(LoginFormsProvider form, Response.Status status, String message) {
        return form.setError(message).createErrorPage(status);
    }

    private static Object[] parameters(JsonNode page) {
        List<Object> parameters = new ArrayList<>();
        page.path("messageParameters").forEach(parameter -> parameters.add(parameter.asText()));
        return parameters.toArray();
    }
}
