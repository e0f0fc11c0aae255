package dev.lifeguard.keycloak.factorshare;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.OTPCredentialModel;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/**
 * How many users of a realm have which factor, in Keycloak's own tables. Whoever has both is counted in {@code softwareToken} and in
 * {@code sms} as well. Users whom a store keeps for itself, without importing them, are not in these tables.
 *
 * @param sms users with a phone number, whether or not codes by SMS are turned on
 */
record FactorCount(long users, long softwareToken, long sms, long both) {

    private static final String USERS = "select count(u) from UserEntity u where u.realmId = :realm and u.serviceAccountClientLink is null";
    private static final String WITH_TOKEN = " and exists (select 1 from CredentialEntity c where c.user = u and c.type = '"
            + OTPCredentialModel.TYPE + "')";
    private static final String WITH_NUMBER = " and exists (select 1 from UserAttributeEntity a where a.user = u and a.name = 'phoneNumber'"
            + " and length(a.value) > 0)";

    /** Four counts: databases make joins of them, where one pass with the same conditions looks into two indexes for each user. */
    static FactorCount of(KeycloakSession session, RealmModel realm) {
        EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return new FactorCount(
                count(entities, realm, USERS),
                count(entities, realm, USERS + WITH_TOKEN),
                count(entities, realm, USERS + WITH_NUMBER),
                count(entities, realm, USERS + WITH_TOKEN + WITH_NUMBER));
    }

    private static long count(EntityManager entities, RealmModel realm, String query) {
        TypedQuery<Long> counted = entities.createQuery(query, Long.class).setParameter("realm", realm.getId());
        return counted.getSingleResult();
    }
}
