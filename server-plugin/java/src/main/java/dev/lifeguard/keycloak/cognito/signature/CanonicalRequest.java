package dev.lifeguard.keycloak.cognito.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The one spelling of a request that is signed (AWS: "Create a canonical request"). */
final class CanonicalRequest {

    private CanonicalRequest() {
    }

    static String of(SignedRequest request, SignedRequest.Address address, List<String> signedHeaders, String bodyHash) {
        StringBuilder text = new StringBuilder()
                .append(request.method()).append('\n')
                .append(path(address.path())).append('\n')
                .append(query(request.query())).append('\n');
        for (String name : signedHeaders) {
            List<String> values = name.equals("host") ? List.of(address.host()) : request.headers().apply(name);
            text.append(name).append(':').append(values.stream().map(CanonicalRequest::trimmed).collect(Collectors.joining(","))).append('\n');
        }
        return text.append('\n').append(String.join(";", signedHeaders)).append('\n').append(bodyHash).toString();
    }

    /** Without empty and dot segments, every segment of the wire encoded once more: {@code my%20realm} becomes {@code my%2520realm}. */
    static String path(String wirePath) {
        List<String> segments = new ArrayList<>();
        for (String segment : wirePath.split("/", -1)) {
            if (segment.equals("..")) {
                if (!segments.isEmpty()) {
                    segments.remove(segments.size() - 1);
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(PercentEncoding.encode(segment));
            }
        }
        String end = wirePath.endsWith("/") && !segments.isEmpty() ? "/" : "";
        return "/" + String.join("/", segments) + end;
    }

    static String query(String wireQuery) {
        if (wireQuery.isEmpty()) {
            return "";
        }
        List<String[]> pairs = new ArrayList<>();
        for (String pair : wireQuery.split("&", -1)) {
            String[] nameAndValue = pair.split("=", 2);
            pairs.add(new String[] {PercentEncoding.normalize(nameAndValue[0]),
                    nameAndValue.length > 1 ? PercentEncoding.normalize(nameAndValue[1]) : ""});
        }
        pairs.sort((one, other) -> one[0].equals(other[0]) ? one[1].compareTo(other[1]) : one[0].compareTo(other[0]));
        return pairs.stream().map(pair -> pair[0] + "=" + pair[1]).collect(Collectors.joining("&"));
    }

    private static String trimmed(String value) {
        return value.strip().replaceAll("[ \\t]+", " ");
    }
}
