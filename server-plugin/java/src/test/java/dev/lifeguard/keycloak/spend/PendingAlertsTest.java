package dev.lifeguard.keycloak.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class PendingAlertsTest {

    private static final int BATCH = 3;

    private final List<SpendAlert> pending = new ArrayList<>();
    private final List<String> handedOut = new ArrayList<>();

    /** Several alerts for each realm, in order, as the database has them. */
    private void addRealms(String... realmIds) {
        Stream.of(realmIds).forEach(realmId -> IntStream.range(0, 5).forEach(limit -> pending.add(new SpendAlert(realmId, "2026-11", limit, 50, 1))));
    }

    private void deliver(Set<String> failing) {
        PendingAlerts.deliver(realmId -> pending.stream().filter(alert -> alert.realmId().compareTo(realmId) > 0).limit(BATCH).toList(), alert -> {
            handedOut.add(alert.realmId() + alert.limitInMicroUsd());
            return !failing.contains(alert.realmId());
        }, pending::remove);
    }

    @Test
    void alertsThatNobodyTakesKeepNoOtherFromBeingDelivered() {
        addRealms("a", "b", "c", "d");
        deliver(Set.of("a", "c"));
        assertEquals(List.of("a", "c"), pending.stream().map(SpendAlert::realmId).distinct().toList());
        assertEquals(10, pending.size());
    }

    @Test
    void ofARealmWhoseAlertIsNotTakenNoOtherIsTriedInTheSameRun() {
        addRealms("a", "b");
        deliver(Set.of("a"));
        assertEquals(List.of("a0", "b0", "b1", "b2", "b3", "b4"), handedOut);
    }

    @Test
    void theOrderIsThatInWhichTheyWereReached() {
        addRealms("a", "b");
        deliver(Set.of());
        assertEquals(List.of("a0", "a1", "a2", "a3", "a4", "b0", "b1", "b2", "b3", "b4"), handedOut);
        assertEquals(List.of(), pending);
    }
}
