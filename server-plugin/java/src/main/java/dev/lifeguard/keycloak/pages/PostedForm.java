package dev.lifeguard.keycloak.pages;

import org.keycloak.http.HttpRequest;

import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.ws.rs.core.MultivaluedMap;

/** What a person posted, as the core reads it. A field that was not posted is absent: a GET on the form's address posts nothing. */
public final class PostedForm {

    /** No answer is nearly as long. What is longer is cut before the core reads it, and stays wrong. */
    private static final int LONGEST_FIELD = 200;

    private final MultivaluedMap<String, String> posted;
    private final ObjectNode form;

    /** @param form where the fields go */
    public PostedForm(HttpRequest request, ObjectNode form) {
        this.posted = request.getDecodedFormParameters();
        this.form = form;
    }

    public PostedForm take(String name) {
        return take(name, name);
    }

    /** @param as what the core calls the field */
    public PostedForm take(String name, String as) {
        String value = posted.getFirst(name);
        if (value != null) {
            form.put(as, value.substring(0, Math.min(value.length(), LONGEST_FIELD)));
        }
        return this;
    }
}
