package dev.lifeguard.keycloak.engine;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.EcmaError;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Symbol;
import org.mozilla.javascript.TopLevel;

/** The standard objects that all calls share: without Java, without a way to time, chance or new code, and sealed. */
final class SafeGlobals {

    /** What the host decides, or what makes code out of text. */
    private static final String[] REMOVED = {"eval", "Function", "Date", "Proxy", "Promise"};

    /** Functions of each kind: their constructor is {@code Function} by another road. Built-in ones may have a prototype of their own. */
    private static final String KINDS_OF_FUNCTIONS = "[function () {}, function* () {}, [].map, Object, Math.max]";

    /** Objects that no property of a global leads to. */
    private static final String HIDDEN_OBJECTS = "[[][Symbol.iterator](), ''[Symbol.iterator](), new Map()[Symbol.iterator](), new Set()[Symbol.iterator](),"
            + " (function* () {})(), 'x'.matchAll(/x/g), (function () { return arguments; })(), " + KINDS_OF_FUNCTIONS + "]";

    private SafeGlobals() {
    }

    static TopLevel create(Context context) {
        TopLevel globals = new TopLevel();
        context.initSafeStandardObjects(globals, false);
        Scriptable functions = evaluate(context, globals, KINDS_OF_FUNCTIONS);
        Set<Object> makers = identitySet();
        for (Object id : functions.getIds()) {
            makers.add(ScriptableObject.getProperty((Scriptable) functions.get((Integer) id, functions), "constructor"));
        }
        for (String name : REMOVED) {
            globals.delete(name);
        }
        ((ScriptableObject) globals.get("Math", globals)).delete("random");

        Set<ScriptableObject> all = identitySet();
        collect(globals, all);
        collect((ScriptableObject) evaluate(context, globals, HIDDEN_OBJECTS), all);
        for (ScriptableObject object : all) {
            if (object.has("constructor", object) && makers.contains(object.get("constructor", object))) {
                object.setAttributes("constructor", ScriptableObject.EMPTY);
                object.delete("constructor");
            }
        }
        all.forEach(ScriptableObject::sealObject);
        return globals;
    }

    private static Scriptable evaluate(Context context, Scriptable globals, String source) {
        return (Scriptable) context.evaluateString(globals, source, "globals", 1, null);
    }

    /** Everything that can be reached from here by properties and prototypes. */
    private static void collect(ScriptableObject root, Set<ScriptableObject> seen) {
        Deque<ScriptableObject> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            ScriptableObject object = open.remove();
            if (!seen.add(object)) {
                continue;
            }
            for (Object id : object.getAllIds()) {
                if (value(object, id) instanceof ScriptableObject child) {
                    open.add(child);
                }
            }
            if (object.getPrototype() instanceof ScriptableObject prototype) {
                open.add(prototype);
            }
        }
    }

    /** Reading an accessor such as {@code Map.prototype.size} on its prototype throws: it holds no object. */
    private static Object value(ScriptableObject object, Object id) {
        try {
            if (id instanceof Symbol symbol) {
                return object.get(symbol, object);
            }
            return id instanceof Integer index ? object.get(index, object) : object.get(id.toString(), object);
        } catch (EcmaError accessorOfAnInstance) {
            return null;
        }
    }

    private static <T> Set<T> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
