package dev.lifeguard.keycloak.cognito.mail;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void textStaysText() {
        String page = Html.of("Hello <img src=x onerror='a(\"b\")'> & co,\r\nyour code is 123456.\n");
        assertTrue(page.contains("Hello &lt;img src=x onerror=&#39;a(&quot;b&quot;)&#39;&gt; &amp; co,<br>\nyour code is 123456.<br>\n"));
    }
}
