import com.sun.management.ThreadMXBean;
import dev.lifeguard.keycloak.engine.CoreEngine;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Measures one operation: {@code java -cp lifeguard.jar CoreCallBench.java OPERATION INPUT [PORT=ANSWER]...}. Prints JSON.
 */
public final class CoreCallBench {

    private static final int WARM_UP_CALLS = 20_000;
    private static final int MEASURED_CALLS = 20_000;

    public static void main(String[] arguments) throws Exception {
        String operation = arguments[0];
        String input = arguments[1];
        Map<String, String> answers = portAnswers(Arrays.copyOfRange(arguments, 2, arguments.length));
        CoreEngine.Host host = (port, json) -> {
            String answer = answers.get(port);
            if (answer == null) {
                throw new IllegalArgumentException("no answer for the port " + port);
            }
            return answer;
        };

        String source = coreSource();
        long beforeLoad = System.nanoTime();
        CoreEngine engine = CoreEngine.load(source);
        long beforeFirst = System.nanoTime();
        String first = engine.call(operation, input, host);
        long afterFirst = System.nanoTime();
        for (int i = 0; i < WARM_UP_CALLS; i++) {
            engine.call(operation, input, host);
        }

        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long[] nanos = new long[MEASURED_CALLS];
        int otherAnswers = 0;
        long allocatedBefore = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < MEASURED_CALLS; i++) {
            long start = System.nanoTime();
            String answer = engine.call(operation, input, host);
            nanos[i] = System.nanoTime() - start;
            if (!answer.equals(first)) {
                otherAnswers++;
            }
        }
        long allocated = threads.getThreadAllocatedBytes(thread) - allocatedBefore;
        Arrays.sort(nanos);

        System.out.printf("{\"answer\":%s,\"otherAnswers\":%d,\"figures\":{", quoted(first), otherAnswers);
        System.out.printf("\"LoadInMillis\":%d,", (beforeFirst - beforeLoad) / 1_000_000);
        System.out.printf("\"FirstInMicros\":%d,", (afterFirst - beforeFirst) / 1_000);
        System.out.printf("\"MedianInMicros\":%d,", nanos[MEASURED_CALLS / 2] / 1_000);
        System.out.printf("\"P99InMicros\":%d,", nanos[MEASURED_CALLS * 99 / 100] / 1_000);
        System.out.printf("\"AllocatedBytesPerCall\":%d}}%n", allocated / MEASURED_CALLS);
    }

    private static Map<String, String> portAnswers(String[] pairs) {
        Map<String, String> answers = new HashMap<>();
        for (String pair : pairs) {
            int separator = pair.indexOf('=');
            answers.put(pair.substring(0, separator), pair.substring(separator + 1));
        }
        return answers;
    }

    private static String coreSource() throws Exception {
        try (InputStream script = CoreEngine.class.getResourceAsStream("/lifeguard/core.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
