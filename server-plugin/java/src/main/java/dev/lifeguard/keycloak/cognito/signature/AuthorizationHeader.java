package dev.lifeguard.keycloak.cognito.signature;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code AWS4-HMAC-SHA256 Credential=…/day/region/service/aws4_request, SignedHeaders=a;b, Signature=…}. */
record AuthorizationHeader(String keyId, CredentialScope scope, List<String> signedHeaders, String signature) {

    private static final Pattern DAY = Pattern.compile("[0-9]{8}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]+");
    private static final int PARTS_OF_A_SCOPE = 4;

    /** @throws MalformedSignature */
    static AuthorizationHeader parse(String value) {
        String[] schemeAndFields = value.trim().split("\\s+", 2);
        if (schemeAndFields.length < 2 || !schemeAndFields[0].equals(SignatureV4.ALGORITHM)) {
            throw new MalformedSignature("Unsupported AWS 'algorithm' in the Authorization header: only " + SignatureV4.ALGORITHM + " is read.");
        }
        Map<String, String> fields = fields(schemeAndFields[1]);
        String credential = required(fields, "Credential");
        // A key id may hold slashes, a scope none.
        String[] parts = credential.split("/", -1);
        int scopeAt = parts.length - PARTS_OF_A_SCOPE;
        if (scopeAt < 1 || !DAY.matcher(parts[scopeAt]).matches() || !REGION.matcher(parts[scopeAt + 1]).matches()
                || !parts[scopeAt + 2].equals(SignatureV4.SERVICE) || !parts[scopeAt + 3].equals(CredentialScope.TERMINATOR)) {
            throw new MalformedSignature("Credential should be scoped to a day, a region, '" + SignatureV4.SERVICE + "' and '"
                    + CredentialScope.TERMINATOR + "'.");
        }
        String keyId = String.join("/", Arrays.copyOf(parts, scopeAt));
        return new AuthorizationHeader(keyId, new CredentialScope(parts[scopeAt], parts[scopeAt + 1], parts[scopeAt + 2]),
                signedHeaders(required(fields, "SignedHeaders")), required(fields, "Signature"));
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split(",", -1)) {
            String[] nameAndValue = field.trim().split("=", 2);
            if (nameAndValue.length < 2 || fields.put(nameAndValue[0], nameAndValue[1]) != null) {
                throw new MalformedSignature("The Authorization header holds what is not a valid key=value pair.");
            }
        }
        return fields;
    }

    private static String required(Map<String, String> fields, String name) {
        String value = fields.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new MalformedSignature("Authorization header requires '" + name + "' parameter.");
        }
        return value;
    }

    private static List<String> signedHeaders(String text) {
        List<String> names = List.of(text.split(";", -1));
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            boolean isSorted = index == 0 || names.get(index - 1).compareTo(name) < 0;
            if (!HEADER_NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT)) || !isSorted) {
                throw new MalformedSignature("SignedHeaders has to name headers in lower case, sorted, each once.");
            }
        }
        return names;
    }
}
