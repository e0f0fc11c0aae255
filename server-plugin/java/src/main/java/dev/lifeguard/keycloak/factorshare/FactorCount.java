package dev.lifeguard.keycloak.factorshare;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * How many users of a realm have which factor. Whoever has both is counted in {@code softwareToken} and in {@code sms} as well.
 *
 * @param sms users with a phone number, whether or not codes by SMS are turned on
 */
record FactorCount(long users, long softwareToken, long sms, long both) {

    /**
     * One pass over the realm's users in Keycloak's own tables; each user costs a look into two indexes. Users whom a store keeps for
     * itself, without importing them, are not in these tables.
     */
    private static final String QUERY = "select count(u), coalesce(sum(case when %1$s then 1 else 0 end), 0),"
            + " coalesce(sum(case when %2$s then 1 else 0 end), 0), coalesce(sum(case when %1$s and %2$s then 1 else 0 end), 0)"
            + " from UserEntity u where u.realmId = :realm and u.serviceAccountClientLink is null";
    private static final String HAS_TOKEN = "exists (select 1 from CredentialEntity c where c.user = u and c.type = :otp)";
    private static final String HAS_NUMBER = "exists (select 1 from UserAttributeEntity a where a.user = u and a.name = :phone and length(a.value) > 0)";

    static FactorCount of(KeycloakSession session, RealmModel realm) {
        Object[] row = session.getProvider(JpaConnectionProvider.class).getEntityManager()
                .createQuery(QUERY.formatted(HAS_TOKEN, HAS_NUMBER), Object[].class)
                .setParameter("realm", realm.getId())
                .setParameter("otp", OTPCredentialModel.TYPE)
                .setParameter("phone", "phoneNumber")
                .getSingleResult();
        return new FactorCount(number(row[0]), number(row[1]), number(row[2]), number(row[3]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
