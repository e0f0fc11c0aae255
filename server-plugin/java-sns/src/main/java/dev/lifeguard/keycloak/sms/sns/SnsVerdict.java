package dev.lifeguard.keycloak.sms.sns;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

import javax.net.ssl.SSLHandshakeException;

import dev.lifeguard.keycloak.sms.Outcome;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What a refusal or a failure of Publish means. Codes: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html#API_Publish_Errors */
final class SnsVerdict {

    /** Messages of these errors hold the number: only the code is passed on. */
    private static final Set<String> ABOUT_THE_NUMBER = Set.of("InvalidParameter", "InvalidParameterValue", "ParameterValueInvalid", "OptedOut");

    private SnsVerdict() {
    }

    static Outcome of(SdkException e) {
        return e instanceof AwsServiceException refusal ? ofRefusal(refusal) : ofFailure(e);
    }

    private static Outcome ofRefusal(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
        String reason = "HTTP " + e.statusCode() + " " + code;
        if (ABOUT_THE_NUMBER.contains(code)) {
            return Outcome.refused(reason);
        }
        if (e.statusCode() == 504) {
            return Outcome.unknown(reason);
        }
        return e.isThrottlingException() || e.statusCode() == 429 || e.statusCode() >= 500 ? Outcome.unavailable(reason) : Outcome.refusedHere(reason);
    }

    private static Outcome ofFailure(SdkException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException || cause instanceof UnknownHostException
                    || cause instanceof SSLHandshakeException || isConnectTimeout(cause)) {
                return Outcome.unavailable("it could not be reached, " + cause.getClass().getSimpleName());
            }
        }
        return Outcome.unknown(e.getClass().getSimpleName());
    }

    /** The JDK has one class for both timeouts, and only its message tells them apart. */
    private static boolean isConnectTimeout(Throwable cause) {
        return cause instanceof SocketTimeoutException && String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("connect timed out");
    }
}
