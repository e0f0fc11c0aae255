package dev.lifeguard.keycloak.state;

import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Keys of single-use objects: one user of one realm, one purpose. They are the same in every tab and on every node. */
final class UserKeys {

    private UserKeys() {
    }

    static String prefix(RealmModel realm, UserModel user, String purpose) {
        return "lifeguard:" + purpose + ":" + realm.getId() + ":" + user.getId() + ":";
    }
}
