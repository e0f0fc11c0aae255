package dev.lifeguard.keycloak.signin;

import java.util.ArrayList;
import java.util.List;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

import com.fasterxml.jackson.databind.JsonNode;

import jakarta.ws.rs.core.Response;

/** The pages that the core can name. */
final class SignInPages {

    private SignInPages() {
    }

    static Response page(AuthenticationFlowContext context, JsonNode page) {
        LoginFormsProvider form = context.form();
        String notice = page.path("notice").asText("");
        if (!notice.isEmpty()) {
            form.setInfo(notice);
        }
        return switch (page.path("page").asText()) {
            case "sms-code" -> {
                withError(form, "code", page);
                yield form.setAttribute("destination", page.path("destination").asText())
                        .setAttribute("digits", page.path("digits").asInt())
                        .setAttribute("otherFactors", page.path("otherFactors").asBoolean(false))
                        .createForm("lifeguard-sms-code.ftl");
            }
            case "software-token" -> {
                withError(form, "totp", page);
                yield form.createLoginTotp();
            }
            case "select-factor" -> {
                List<String> factors = new ArrayList<>();
                page.path("factors").forEach(factor -> factors.add(factor.asText()));
                yield form.setAttribute("factors", factors).createForm("lifeguard-select-factor.ftl");
            }
            default -> throw new IllegalStateException("unknown page");
        };
    }

    static Response error(AuthenticationFlowContext context, Response.Status status, String message) {
        return context.form().setError(message).createErrorPage(status);
    }

    private static void withError(LoginFormsProvider form, String field, JsonNode page) {
        String message = page.path("message").asText("");
        if (!message.isEmpty()) {
            List<Object> parameters = new ArrayList<>();
            page.path("messageParameters").forEach(parameter -> parameters.add(parameter.asText()));
            form.addError(new FormMessage(field, message, parameters.toArray()));
        }
    }
}
