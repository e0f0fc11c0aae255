package dev.lifeguard.keycloak.cognito.mail;

/** Plain text as a page. Whoever may write into it, such as a user with a name, writes no HTML. */
final class Html {

    private Html() {
    }

    static String of(String text) {
        String escaped = text
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("\r\n", "\n")
                .replace("\n", "<br>\n");
        return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body><p>" + escaped + "</p></body></html>\n";
    }
}
