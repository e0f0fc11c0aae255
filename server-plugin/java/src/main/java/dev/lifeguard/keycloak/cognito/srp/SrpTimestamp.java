package dev.lifeguard.keycloak.cognito.srp;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** The client's time, {@code Mon Nov 9 07:05:03 UTC 2026}, which its signature covers. */
final class SrpTimestamp {

    /** As far as a signed request may be off. */
    private static final long TOLERANCE_IN_MILLIS = 5 * 60 * 1_000L;

    /** Clients write the day as it is; some fill it up to two digits. */
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' uuuu", Locale.ENGLISH);

    private SrpTimestamp() {
    }

    static boolean isNear(String timestamp, long nowInMillis) {
        try {
            long then = LocalDateTime.parse(timestamp, FORMAT).toInstant(ZoneOffset.UTC).toEpochMilli();
            return Math.abs(nowInMillis - then) <= TOLERANCE_IN_MILLIS;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
