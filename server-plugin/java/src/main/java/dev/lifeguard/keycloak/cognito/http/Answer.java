package dev.lifeguard.keycloak.cognito.http;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.core.Json;

/** What a request is answered, without the headers that every answer has. */
record Answer(int status, Map<String, String> headers, JsonNode body) {

    static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int INTERNAL_ERROR = 500;

    static Answer error(int status, String type, String message) {
        return new Answer(status, Map.of("x-amzn-ErrorType", type + ":", "x-amzn-ErrorMessage", message),
                Json.object().put("__type", type).put("message", message));
    }

    static Answer unreadable(String message) {
        return error(BAD_REQUEST, "SerializationException", message);
    }

    static Answer tooLarge(int limitInBytes) {
        return error(TOO_LARGE, "RequestEntityTooLargeException", "Request size is limited to " + limitInBytes + " bytes.");
    }

    static Answer httpsRequired() {
        return error(FORBIDDEN, "ForbiddenException", "HTTPS required");
    }

    /** Whatever has gone wrong: the reason is in the log. */
    static Answer internalError() {
        return error(INTERNAL_ERROR, "InternalErrorException", "An internal error occurred.");
    }

    /** To anything but a POST; AWS answers a GET of its endpoint so. */
    static Answer notUnderstood() {
        return new Answer(NOT_FOUND, Map.of(), Json.object().put("code", "BadRequest")
                .put("message", "The server did not understand the operation that was requested.").put("type", "client"));
    }
}
