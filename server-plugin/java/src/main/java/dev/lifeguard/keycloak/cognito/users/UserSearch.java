package dev.lifeguard.keycloak.cognito.users;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds people. Service accounts are none: nobody signs in as one. */
final class UserSearch {

    private static final int ENOUGH_TO_BE_AMBIGUOUS = 2;
    /** Where Keycloak itself searches by a part of the value. */
    private static final Set<String> SEARCHED_BY_PART = Set.of(UserModel.USERNAME, UserModel.EMAIL, UserModel.FIRST_NAME, UserModel.LAST_NAME);

    private final KeycloakSession session;
    private final RealmModel realm;

    UserSearch(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** @return null when nobody has that value, or several do */
    UserModel find(String by, String value) {
        UserModel user = switch (by) {
            case "id" -> byId(value);
            case "username" -> session.users().getUserByUsername(realm, value);
            case "email" -> byEmail(value);
            case "phoneNumber" -> byAttribute(by, value);
            default -> throw new IllegalArgumentException("no key " + by);
        };
        return user == null || isServiceAccount(user) ? null : user;
    }

    /** By user name, compared without regard to case, as Keycloak keeps user names and addresses. */
    Stream<UserModel> list(JsonNode filter, int first, int max) {
        if (filter.isMissingNode() || filter.isNull()) {
            return search(Map.of(), first, max);
        }
        String field = filter.path("field").asText();
        String value = filter.path("value").asText();
        if (field.equals(UserModel.ID)) {
            return Stream.of(value).map(id -> find("id", id)).filter(Objects::nonNull).filter(user -> filter.path("exact").asBoolean())
                    .skip(first).limit(max);
        }
        if (filter.path("exact").asBoolean()) {
            return search(Map.of(field, value, UserModel.EXACT, Boolean.TRUE.toString()), first, max);
        }
        String beginning = value.toLowerCase(Locale.ROOT);
        Map<String, String> narrowed = SEARCHED_BY_PART.contains(field) ? Map.of(field, value) : Map.of();
        return search(narrowed, null, null).filter(user -> lower(user, field).startsWith(beginning)).skip(first).limit(max);
    }

    private Stream<UserModel> search(Map<String, String> what, Integer first, Integer max) {
        Map<String, String> parameters = new HashMap<>(what);
        parameters.put(UserModel.INCLUDE_SERVICE_ACCOUNT, Boolean.FALSE.toString());
        return session.users().searchForUserStream(realm, parameters, first, max);
    }

    private static String lower(UserModel user, String field) {
        String value = user.getFirstAttribute(field);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    /** An id may name the store that the user comes from. A store that is not there is asked nothing. */
    private UserModel byId(String id) {
        String store = new StorageId(id).getProviderId();
        return store == null || realm.getComponent(store) != null ? session.users().getUserById(realm, id) : null;
    }

    private UserModel byEmail(String email) {
        try {
            return session.users().getUserByEmail(realm, email);
        } catch (ModelDuplicateException several) {
            return null;
        }
    }

    private UserModel byAttribute(String name, String value) {
        List<UserModel> users = session.users().searchForUserByUserAttributeStream(realm, name, value).limit(ENOUGH_TO_BE_AMBIGUOUS).toList();
        return users.size() == 1 ? users.get(0) : null;
    }

    private static boolean isServiceAccount(UserModel user) {
        return user.getServiceAccountClientLink() != null;
    }
}
