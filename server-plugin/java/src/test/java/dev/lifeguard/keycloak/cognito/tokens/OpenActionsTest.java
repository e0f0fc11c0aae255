package dev.lifeguard.keycloak.cognito.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

import org.junit.jupiter.api.Test;
import org.keycloak.authentication.requiredactions.WebAuthnRegister;

class OpenActionsTest {

    private static final String ACTIONS = "org.keycloak.authentication.requiredactions.";
    private static final Pattern TRIGGERS = Pattern.compile("evaluateTriggers\\(.*\\);\\s+Code:\\s+0: return\\n\\n");

    /** They can't be loaded here: what they are made of is on the server's class path alone. */
    @Test
    void actionsThatAreNotMadeHaveNoTriggers() {
        assertTrue(TRIGGERS.matcher(code("WebAuthnRegister")).find());
        String passwordless = code("WebAuthnPasswordlessRegister");
        assertTrue(passwordless.contains("extends " + ACTIONS + "WebAuthnRegister "));
        assertEquals(-1, passwordless.indexOf("evaluateTriggers"));
    }

    private static String code(String action) {
        StringWriter out = new StringWriter();
        String jar = WebAuthnRegister.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        int status = ToolProvider.findFirst("javap").orElseThrow()
                .run(new PrintWriter(out), new PrintWriter(out), "-c", "-cp", jar, ACTIONS + action);
        assertEquals(0, status, out::toString);
        return out.toString();
    }
}
