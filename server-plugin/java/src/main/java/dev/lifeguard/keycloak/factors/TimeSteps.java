package dev.lifeguard.keycloak.factors;

import java.util.Calendar;
import java.util.TimeZone;
import java.util.stream.LongStream;

import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.dto.OTPCredentialData;
import org.keycloak.models.utils.TimeBasedOTP;

/**
 * The time steps of one authenticator whose codes were used. A code counts only when none of its step or a later one was used before: whoever
 * has watched two codes on the screen can't use the older one after the newer (RFC 6238, section 5.2).
 */
final class TimeSteps {

    private final SingleUseObjectProvider used;
    private final OTPCredentialModel token;
    private final int periodInSeconds;
    private final int window;

    /** @param window how many steps before and after the present one are looked at */
    TimeSteps(SingleUseObjectProvider used, OTPCredentialModel token, int window) {
        this.used = used;
        this.token = token;
        this.periodInSeconds = token.getOTPCredentialData().getPeriod();
        this.window = window;
    }

    /** Uses the step of a code that Keycloak has found right at this time; false when it, or a later one, was used before. */
    boolean use(String code, long nowInMillis) {
        long present = nowInMillis / 1_000 / periodInSeconds;
        long latest = present + window;
        // One more: a step may have ended since Keycloak has looked.
        return LongStream.rangeClosed(present - window - 1, latest)
                .filter(step -> isCodeOf(step, code))
                .boxed().findFirst()
                .map(step -> used.putIfAbsent(key(step), (2L * window + 2) * periodInSeconds)
                        && LongStream.rangeClosed(step + 1, latest).noneMatch(later -> used.contains(key(later))))
                .orElse(false);
    }

    private boolean isCodeOf(long step, String code) {
        OTPCredentialData data = token.getOTPCredentialData();
        TimeBasedOTP totp = new TimeBasedOTP(data.getAlgorithm(), data.getDigits(), periodInSeconds, 0);
        Calendar time = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        time.setTimeInMillis(step * periodInSeconds * 1_000);
        totp.setCalendar(time);
        return totp.validateTOTP(code, token.getDecodedSecret());
    }

    private String key(long step) {
        return "lifeguard:totp-step:" + token.getId() + ":" + step;
    }
}
