package dev.lifeguard.keycloak.engine;

import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.ScriptRuntime;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.TopLevel;
import org.mozilla.javascript.Undefined;

/**
 * Runs the core's script. Text goes in, text comes out, and the only thing that the script can reach is the {@link Host} that
 * the call brings along. The script is evaluated once, over sealed standard objects, and then held still with everything that it
 * has made: calls share it, and nothing passes from one to the next. Safe for use by many threads.
 */
public final class CoreEngine {

    /** The other direction: the core asks for something by name. What it throws ends the call and can't be caught inside. */
    @FunctionalInterface
    public interface Host {
        String call(String port, String json);
    }

    /** Thrown by a host to whom the request itself is not allowed: nothing has failed, and the caller gets it as it is. */
    public abstract static class HostRefusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        protected HostRefusal(String message) {
            super(message, null, false, false);
        }
    }

    private static final int INSTRUCTIONS_BETWEEN_CHECKS = 10_000;

    private final WorkLimits limits;
    private final ContextFactory contexts = new MeteredContextFactory();
    private final ScriptScope scope;
    private final Function entryPoint;

    private CoreEngine(String source, WorkLimits limits) {
        this.limits = limits;
        Context context = contexts.enterContext();
        try {
            TopLevel globals = SafeGlobals.create(context);
            scope = new ScriptScope(globals);
            context.compileString(source, "core.js", 1, null).exec(context, scope, scope);
            entryPoint = entryPoint(scope);
            SharedState.freeze(context, globals, scope);
        } catch (CoreFailure e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new CoreFailure("the core does not load", e);
        } finally {
            Context.exit();
        }
    }

    /**
     * Evaluates the script, which must define {@code core.call(name, json, host)}.
     *
     * @throws CoreFailure when it does not load, or keeps something that calls could change
     */
    public static CoreEngine load(String source) {
        return load(source, WorkLimits.DEFAULT);
    }

    public static CoreEngine load(String source, WorkLimits limits) {
        return new CoreEngine(source, limits);
    }

    /** @return the core's answer; anything else is a {@link CoreFailure}, but for a {@link HostRefusal} */
    public String call(String name, String json, Host host) {
        return call(name, json, host, limits);
    }

    public String call(String name, String json, Host host, WorkLimits limits) {
        if (json.length() > limits.inputChars()) {
            throw new CoreFailure("limit reached: input", null);
        }
        MeteredContext context = (MeteredContext) contexts.enterContext();
        try {
            context.meter = new WorkMeter(limits);
            Object[] arguments = {name, json, hostObject(scope, host)};
            Object answer = entryPoint.call(context, scope, scope, arguments);
            if (!(answer instanceof CharSequence text)) {
                throw new CoreFailure("the core answered no text", null);
            }
            if (text.length() > limits.outputChars()) {
                throw new CoreFailure("limit reached: output", null);
            }
            return text.toString();
        } catch (CoreFailure | HostRefusal e) {
            throw e;
        } catch (StackOverflowError e) {
            throw new CoreFailure("limit reached: stack", e);
        } catch (WorkMeter.LimitReached e) {
            throw new CoreFailure(e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new CoreFailure("the core threw " + e.getClass().getSimpleName(), e);
        } finally {
            Context.exit();
        }
    }

    private static Function entryPoint(Scriptable scope) {
        if (ScriptableObject.getProperty(scope, "core") instanceof Scriptable core
                && ScriptableObject.getProperty(core, "call") instanceof Function call) {
            return call;
        }
        throw new CoreFailure("the script defines no core.call", null);
    }

    private static Scriptable hostObject(Scriptable scope, Host host) {
        ScriptableObject object = (ScriptableObject) Context.getCurrentContext().newObject(scope);
        object.defineProperty("call", new BaseFunction(scope, ScriptableObject.getFunctionPrototype(scope)) {
            private static final long serialVersionUID = 1L;

            @Override
            public Object call(Context context, Scriptable callScope, Scriptable thisObject, Object[] arguments) {
                String port = arguments.length > 0 ? ScriptRuntime.toString(arguments[0]) : "";
                String json = arguments.length > 1 ? ScriptRuntime.toString(arguments[1]) : "{}";
                String answer = ((MeteredContext) context).meter.leaveOut(() -> host.call(port, json));
                return answer == null ? Undefined.instance : answer;
            }
        }, ScriptableObject.PERMANENT | ScriptableObject.READONLY);
        return object;
    }

    private static final class MeteredContext extends Context {

        /** Absent while the engine loads: compiling is the host's own work. */
        private WorkMeter meter;

        MeteredContext(ContextFactory factory) {
            super(factory);
        }
    }

    private static final class MeteredContextFactory extends ContextFactory {

        @Override
        protected Context makeContext() {
            Context context = new MeteredContext(this);
            context.setLanguageVersion(Context.VERSION_ES6);
            context.setGenerateObserverCount(true);
            context.setInstructionObserverThreshold(INSTRUCTIONS_BETWEEN_CHECKS);
            context.setClassShutter(className -> false);
            context.setGeneratingDebug(false);
            context.setGeneratingSource(false);
            return context;
        }

        @Override
        protected boolean hasFeature(Context context, int feature) {
            return switch (feature) {
                case Context.FEATURE_ENHANCED_JAVA_ACCESS, Context.FEATURE_DYNAMIC_SCOPE, Context.FEATURE_E4X -> false;
                default -> super.hasFeature(context, feature);
            };
        }

        @Override
        protected void observeInstructionCount(Context context, int instructions) {
            WorkMeter meter = ((MeteredContext) context).meter;
            if (meter != null) {
                meter.count(instructions);
            }
        }
    }
}
