package dev.lifeguard.keycloak.metrics;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

import org.keycloak.models.RealmModel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;

/**
 * What this node has seen since its start, by realm, for `/metrics` of the management interface. Where metrics are off, nothing is kept. No
 * label holds what a user typed.
 */
public final class PoolMetrics {

    /** A month's money as this node last saw it. */
    private record Month(String month, long spentInMicroUsd, long limitInMicroUsd) {

        boolean isOver() {
            return month.compareTo(YearMonth.now(ZoneOffset.UTC).toString()) < 0;
        }
    }

    private static final String PREFIX = "lifeguard.";
    private static final double MICRO_USD_PER_USD = 1_000_000;
    private static final Map<String, Month> MONTHS = new ConcurrentHashMap<>();

    private PoolMetrics() {
    }

    /** A code was right. */
    public static void success(RealmModel realm, String factor) {
        challenge(realm, factor, "success");
    }

    /** A code was wrong. */
    public static void failure(RealmModel realm, String factor) {
        challenge(realm, factor, "failure");
    }

    /** A sign-in was denied without a code being looked at. */
    public static void denial(RealmModel realm, String reason) {
        count("lifeguard.denials", "realm", realm.getName(), "reason", reason);
    }

    public static void sentText(RealmModel realm) {
        text(realm, "sent", "");
    }

    /** The gateway left open whether it has taken the text. */
    public static void unansweredText(RealmModel realm) {
        text(realm, "unanswered", "");
    }

    public static void refusedText(RealmModel realm, String reason) {
        text(realm, "refused", reason);
    }

    /** @param month such as `2026-11` */
    public static void spend(RealmModel realm, String month, long spentInMicroUsd, long limitInMicroUsd) {
        if (MONTHS.put(realm.getName(), new Month(month, spentInMicroUsd, limitInMicroUsd)) == null) {
            gauge("lifeguard.sms.spend.usd", realm.getName(), seen -> seen.isOver() ? 0 : seen.spentInMicroUsd());
            gauge("lifeguard.sms.limit.usd", realm.getName(), Month::limitInMicroUsd);
        }
    }

    /** To be called for a realm that is removed: else its numbers would stand until the server stops. */
    public static void forget(RealmModel realm) {
        Metrics.globalRegistry.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith(PREFIX) && realm.getName().equals(meter.getId().getTag("realm")))
                .forEach(Metrics.globalRegistry::remove);
        MONTHS.remove(realm.getName());
    }

    private static void text(RealmModel realm, String outcome, String reason) {
        count("lifeguard.sms", "realm", realm.getName(), "outcome", outcome, "reason", reason);
    }

    private static void challenge(RealmModel realm, String factor, String outcome) {
        count("lifeguard.challenges", "realm", realm.getName(), "factor", factor, "outcome", outcome);
    }

    private static void count(String name, String... tags) {
        Counter.builder(name).tags(tags).register(Metrics.globalRegistry).increment();
    }

    private static void gauge(String name, String realm, ToLongFunction<Month> microUsd) {
        Gauge.builder(name, () -> microUsd.applyAsLong(MONTHS.get(realm)) / MICRO_USD_PER_USD).tag("realm", realm).register(Metrics.globalRegistry);
    }
}
