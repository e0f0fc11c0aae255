package dev.lifeguard.keycloak.cognito.tokens;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AddressClaimSet;
import org.keycloak.representations.IDToken;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.core.Json;

/** The attributes of a user as claims of the ID token, under Cognito's names, as far as the client may read them. */
final class IdTokenAttributes {

    static final String SETTINGS = "lifeguard.cognito.client";
    private static final String CUSTOM = "custom:";

    /** Standard attributes that Keycloak keeps as attributes of the same name. */
    private static final Map<String, BiConsumer<IDToken, String>> STANDARD = Map.ofEntries(
            Map.entry("name", IDToken::setName),
            Map.entry("middle_name", IDToken::setMiddleName),
            Map.entry("nickname", IDToken::setNickName),
            Map.entry("preferred_username", IDToken::setPreferredUsername),
            Map.entry("profile", IDToken::setProfile),
            Map.entry("picture", IDToken::setPicture),
            Map.entry("website", IDToken::setWebsite),
            Map.entry("gender", IDToken::setGender),
            Map.entry("birthdate", IDToken::setBirthdate),
            Map.entry("zoneinfo", IDToken::setZoneinfo),
            Map.entry("locale", IDToken::setLocale),
            Map.entry("updated_at", IdTokenAttributes::setUpdatedAt),
            Map.entry("address", IdTokenAttributes::setAddress));

    private final IDToken token;
    private final Set<String> readable;

    IdTokenAttributes(IDToken token, ClientModel client) {
        this.token = token;
        this.readable = readableBy(client);
    }

    void add(UserModel user) {
        put("given_name", user.getFirstName(), IDToken::setGivenName);
        put("family_name", user.getLastName(), IDToken::setFamilyName);
        put("email", user.getEmail(), IDToken::setEmail);
        clear(token, "email_verified", "phone_number_verified");
        token.setEmailVerified(user.getEmail() != null && mayRead("email_verified") ? Boolean.valueOf(user.isEmailVerified()) : null);
        String phoneNumber = user.getFirstAttribute("phoneNumber");
        put("phone_number", phoneNumber, IDToken::setPhoneNumber);
        token.setPhoneNumberVerified(phoneNumber != null && mayRead("phone_number_verified")
                ? Boolean.valueOf(user.getFirstAttribute("phoneNumberVerified")) : null);
        STANDARD.forEach((name, setter) -> {
            String value = user.getFirstAttribute(name);
            if (value != null) {
                put(name, value, setter);
            }
        });
        user.getAttributes().forEach((name, values) -> {
            if (name.startsWith(CUSTOM) && !values.isEmpty() && mayRead(name)) {
                token.getOtherClaims().put(name, values.get(0));
            }
        });
    }

    private void put(String name, String value, BiConsumer<IDToken, String> setter) {
        clear(token, name);
        setter.accept(token, mayRead(name) ? value : null);
    }

    /** Keycloak's own mappers put most claims beside the members of the same name, and both would be written. */
    static void clear(IDToken token, String... names) {
        for (String name : names) {
            token.getOtherClaims().remove(name);
        }
    }

    private boolean mayRead(String name) {
        return readable == null || readable.contains(name);
    }

    /** @return null for a client that may read everything */
    private static Set<String> readableBy(ClientModel client) {
        String settings = client.getAttribute(SETTINGS);
        JsonNode names = settings == null ? null : Json.parse(settings).get("ReadAttributes");
        if (names == null || !names.isArray()) {
            return null;
        }
        Set<String> readable = new HashSet<>();
        names.forEach(name -> readable.add(name.asText()));
        return readable;
    }

    private static void setUpdatedAt(IDToken token, String value) {
        token.setUpdatedAt(value != null && value.matches("[0-9]{1,18}") ? Long.valueOf(value) : null);
    }

    private static void setAddress(IDToken token, String value) {
        AddressClaimSet address = value == null ? null : new AddressClaimSet();
        if (address != null) {
            address.setFormattedAddress(value);
        }
        token.setAddress(address);
    }
}
