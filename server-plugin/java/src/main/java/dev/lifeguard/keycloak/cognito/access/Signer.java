package dev.lifeguard.keycloak.cognito.access;

import java.time.Instant;
import java.util.List;

import org.keycloak.common.util.Time;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.RealmManager;
import org.keycloak.services.resources.admin.AdminAuth;

import dev.lifeguard.keycloak.cognito.WireRequest;
import dev.lifeguard.keycloak.cognito.clients.ClientSecrets;
import dev.lifeguard.keycloak.cognito.signature.SignatureCheck;
import dev.lifeguard.keycloak.cognito.signature.Verdict;

/**
 * The service account that has signed a request: the id of its client is the access key id, the client's secret the secret access key. It
 * has the rights that it has in Keycloak's own Admin API. Until a signature was found right it is nobody.
 */
public final class Signer {

    private static final String VIEW = "view-";
    private static final String MANAGE = "manage-";

    private final KeycloakSession session;
    private final WireRequest request;
    private final RealmModel realm;
    private Verdict verdict;
    private AdminAuth claimed;

    public Signer(KeycloakSession session, WireRequest request) {
        this.session = session;
        this.request = request;
        this.realm = request.endpointRealm();
    }

    Verdict verdict() {
        if (verdict == null) {
            verdict = new SignatureCheck(this::secretsOf).check(request.signed(), Instant.ofEpochMilli(Time.currentTimeMillis()));
        }
        return verdict;
    }

    /** @return null when nobody has signed */
    public AdminAuth account() {
        return verdict().isSigned() ? claimed : null;
    }

    private List<String> secretsOf(String keyId) {
        ClientModel client = realm.isEnabled() ? realm.getClientByClientId(keyId) : null;
        if (client == null || !client.isEnabled() || !client.isServiceAccountsEnabled()) {
            return List.of();
        }
        UserModel user = session.users().getServiceAccount(client);
        if (user == null || !user.isEnabled()) {
            return List.of();
        }
        claimed = new AdminAuth(realm, null, user, client);
        return ClientSecrets.of(session, client);
    }

    /** As Keycloak does, who may change a thing may see it. */
    boolean may(String role, RealmModel pool) {
        if (role.equals(AdminRoles.CREATE_REALM)) {
            return mayOnServer(role);
        }
        AdminAuth account = account();
        ClientModel roles = rolesOf(pool);
        if (account == null || roles == null) {
            return false;
        }
        return account.hasAppRole(roles, role)
                || role.startsWith(VIEW) && account.hasAppRole(roles, MANAGE + role.substring(VIEW.length()));
    }

    boolean mayOnServer(String role) {
        AdminAuth account = account();
        return account != null && RealmManager.isAdministrationRealm(realm) && account.hasRealmRole(role);
    }

    public boolean maySee(RealmModel pool) {
        return may(AdminRoles.VIEW_REALM, pool);
    }

    /** As Keycloak does for whoever makes a realm; an administrator of all realms has the roles already. */
    public void manage(RealmModel made) {
        AdminAuth account = account();
        if (account != null && !account.hasRealmRole(AdminRoles.ADMIN)) {
            for (String role : AdminRoles.ALL_REALM_ROLES) {
                account.getUser().grantRole(made.getMasterAdminClient().getRole(role));
            }
        }
    }

    private ClientModel rolesOf(RealmModel pool) {
        if (RealmManager.isAdministrationRealm(realm)) {
            return pool.getMasterAdminClient();
        }
        return realm.getId().equals(pool.getId()) ? realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID) : null;
    }
}
