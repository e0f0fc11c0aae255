package dev.lifeguard.keycloak.cognito.signature;

/** What a signing key is made for: a day (yyyyMMdd), a region and a service. */
record CredentialScope(String day, String region, String service) {

    static final String TERMINATOR = "aws4_request";

    @Override
    public String toString() {
        return day + "/" + region + "/" + service + "/" + TERMINATOR;
    }
}
