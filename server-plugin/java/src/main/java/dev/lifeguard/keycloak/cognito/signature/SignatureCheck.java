package dev.lifeguard.keycloak.cognito.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Checks who signed a request. Any region will do: clients of every region are pointed at one server. */
public final class SignatureCheck {

    private static final String DATE = "x-amz-date";
    private static final String TARGET = "x-amz-target";
    private static final String BODY_HASH = "x-amz-content-sha256";
    /** A key that nobody has costs as much as a wrong signature. */
    private static final String NO_SECRET = "no secret at all";

    private final Function<String, List<String>> secrets;

    /** @param secrets those of a key id that may sign; none for any other */
    public SignatureCheck(Function<String, List<String>> secrets) {
        this.secrets = secrets;
    }

    public Verdict check(SignedRequest request, Instant now) {
        List<String> headers = request.headers().apply("authorization");
        if (headers.isEmpty()) {
            return Verdict.UNSIGNED;
        }
        try {
            if (headers.size() > 1) {
                throw new MalformedSignature("There is more than one Authorization header.");
            }
            return check(request, AuthorizationHeader.parse(headers.get(0)), now);
        } catch (MalformedSignature e) {
            return Verdict.malformed(e.getMessage());
        }
    }

    private Verdict check(SignedRequest request, AuthorizationHeader authorization, Instant now) {
        SigningTime time = signedTime(request, authorization);
        if (!time.day().equals(authorization.scope().day())) {
            throw new MalformedSignature("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP.");
        }
        String objection = time.objection(now);
        if (objection != null) {
            return Verdict.expired(objection);
        }
        List<String> keySecrets = secrets.apply(authorization.keyId());
        boolean isRight = false;
        for (String secret : keySecrets.isEmpty() ? List.of(NO_SECRET) : keySecrets) {
            isRight |= isRight(request, authorization, time, secret);
        }
        if (keySecrets.isEmpty()) {
            return Verdict.UNKNOWN_KEY;
        }
        return isRight ? Verdict.signed(authorization.keyId(), authorization.scope().region()) : Verdict.WRONG_SIGNATURE;
    }

    /** Also sees to it that what a request is about can't be changed: its host, its time and its operation. */
    private static SigningTime signedTime(SignedRequest request, AuthorizationHeader authorization) {
        boolean hasOwnDate = !request.headers().apply(DATE).isEmpty();
        String date = hasOwnDate ? DATE : "date";
        for (String name : List.of("host", date, TARGET)) {
            if (!authorization.signedHeaders().contains(name)) {
                throw new MalformedSignature("'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
            }
        }
        if (request.header(TARGET) == null) {
            throw new MalformedSignature("There has to be one header X-Amz-Target.");
        }
        String value = request.header(date);
        if (value == null) {
            throw new MalformedSignature("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        return SigningTime.parse(value.strip());
    }

    private static boolean isRight(SignedRequest request, AuthorizationHeader authorization, SigningTime time, String secret) {
        String bodyHash = SignatureV4.sha256(request.body());
        List<String> claimed = request.headers().apply(BODY_HASH);
        boolean isRight = false;
        for (SignedRequest.Address address : request.addresses()) {
            String canonical = CanonicalRequest.of(request, address, authorization.signedHeaders(), bodyHash);
            isRight |= isEqual(SignatureV4.sign(secret, authorization.scope(), time.toString(), canonical), authorization.signature());
        }
        // A body that is not signed (UNSIGNED-PAYLOAD) is nobody's.
        return isRight && (claimed.isEmpty() || claimed.equals(List.of(bodyHash)));
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
