package dev.lifeguard.keycloak.core;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.engine.CallTimes;
import dev.lifeguard.keycloak.engine.CoreEngine;
import dev.lifeguard.keycloak.engine.CoreFailure;
import dev.lifeguard.keycloak.engine.WorkLimits;

/**
 * The one engine of this JAR. Whichever factory is initialised first starts it: a script that was altered, does not load or
 * answers one of the shared vectors wrongly throws there, and the server does not start.
 */
public final class Core {

    private static final Logger LOG = Logger.getLogger(Core.class);
    private static volatile Core instance;

    private final CoreEngine engine;
    private final String fingerprint;
    private final CallTimes times = new CallTimes();
    private final long loadInMillis;
    private long selfTestInMillis;

    private Core(String script) {
        long begin = System.nanoTime();
        engine = CoreEngine.load(script);
        fingerprint = JarResources.sha256(script);
        loadInMillis = millisSince(begin);
    }

    /** Called from every factory's init; the first call does the work. */
    public static synchronized void start() {
        if (instance != null) {
            return;
        }
        String script = JarResources.text("lifeguard/core.js");
        if (!JarResources.sha256(script).equals(JarResources.text("lifeguard/core.sha256").trim())) {
            throw new IllegalStateException("Lifeguard does not start: core.js is not the script that this JAR was built with. "
                    + "Install the JAR again from a trusted source.");
        }
        Core core = new Core(script);
        long begin = System.nanoTime();
        int vectors = new SelfTest(core.engine).run();
        core.selfTestInMillis = millisSince(begin);
        LOG.infof("Lifeguard core %s: loaded in %d ms, %d vectors right in %d ms",
                core.fingerprint.substring(0, 12), core.loadInMillis, vectors, core.selfTestInMillis);
        instance = core;
    }

    public static Core get() {
        Core core = instance;
        if (core == null) {
            throw new IllegalStateException("the core was not started");
        }
        return core;
    }

    /** @return what the core decided; a {@link CoreFailure} when it gave no answer, whatever the reason */
    public JsonNode ask(String operation, ObjectNode input, CoreEngine.Host host) {
        return ask(operation, input, host, WorkLimits.DEFAULT);
    }

    public JsonNode ask(String operation, ObjectNode input, CoreEngine.Host host, WorkLimits limits) {
        long begin = System.nanoTime();
        try {
            JsonNode answer = Json.parse(engine.call(operation, input.toString(), host, limits));
            long micros = (System.nanoTime() - begin) / 1_000;
            times.record(micros);
            LOG.debugf("CoreEngine.call %s took %d us", operation, micros);
            return answer;
        } catch (CoreFailure e) {
            times.recordFailure();
            throw e;
        }
    }

    /** The engine's state in numbers, for the operator. */
    public ObjectNode status() {
        ObjectNode status = Json.object();
        status.putObject("core")
                .put("fingerprint", fingerprint)
                .put("loadInMillis", loadInMillis)
                .put("selfTestInMillis", selfTestInMillis);
        status.putObject("calls")
                .put("count", times.count())
                .put("failures", times.failures())
                .put("medianInMicros", times.quantileInMicros(0.5))
                .put("p99InMicros", times.quantileInMicros(0.99));
        return status;
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
