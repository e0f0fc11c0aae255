package dev.lifeguard.keycloak.cognito.signature;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** When a request says that it was signed. */
record SigningTime(Instant instant) {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** @param header of {@code x-amz-date} or {@code Date} */
    static SigningTime parse(String header) {
        try {
            return new SigningTime(ZonedDateTime.parse(header, BASIC).toInstant());
        } catch (DateTimeParseException notBasic) {
            try {
                return new SigningTime(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            } catch (DateTimeParseException notRfc1123) {
                throw new MalformedSignature("Date must be in ISO-8601 'basic format'.");
            }
        }
    }

    String day() {
        return DAY.format(instant);
    }

    @Override
    public String toString() {
        return BASIC.format(instant);
    }

    /** @return in AWS's words why the time is not near enough to now, or null */
    String objection(Instant now) {
        Instant earliest = now.minus(TOLERANCE);
        Instant latest = now.plus(TOLERANCE);
        if (instant.isBefore(earliest)) {
            return this + " is now earlier than " + BASIC.format(earliest) + " (" + BASIC.format(now) + " - 5 min.)";
        }
        if (instant.isAfter(latest)) {
            return this + " is still later than " + BASIC.format(latest) + " (" + BASIC.format(now) + " + 5 min.)";
        }
        return null;
    }
}
