package dev.lifeguard.keycloak.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogSmsSenderFactoryTest {

    private static final String PROFILE = "kc.profile";
    private static final MapScope ENABLED = new MapScope(Map.of("codesInLog", "true"));

    private final LogSmsSenderFactory factory = new LogSmsSenderFactory();

    @AfterEach
    void forgetProfile() {
        System.clearProperty(PROFILE);
    }

    @Test
    void writesTheTextInDevelopmentMode() {
        System.setProperty(PROFILE, "dev");
        factory.init(ENABLED);
        assertTrue(factory.isConfigured());
        List<String> lines = new ArrayList<>();
        Handler handler = new Lines(lines);
        Logger logger = Logger.getLogger(LogSmsSenderFactory.class.getName());
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        try {
            assertEquals(Outcome.accepted(), factory.create(null).send(new SmsMessage("a1", "+14155550123", "code 123456", SmsMessage.NO_MAX_PRICE)));
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        assertEquals(List.of("A text to +14155550123: code 123456"), lines);
    }

    @Test
    void doesNotStartWithPeopleAround() {
        System.setProperty(PROFILE, "prod");
        String said = assertThrows(IllegalStateException.class, () -> factory.init(ENABLED)).getMessage();
        assertTrue(said.contains("--spi-lifeguard-sms--log--codes-in-log writes live codes to the log"), said);
    }

    @Test
    void isNotThereUnlessItIsAskedFor() {
        factory.init(new MapScope(Map.of()));
        assertFalse(factory.isConfigured());
    }

    private static final class Lines extends Handler {

        private final List<String> lines;

        Lines(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord record) {
            lines.add(new SimpleFormatter().formatMessage(record));
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    }
}
