package dev.lifeguard.keycloak.engine;

import java.util.Set;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Symbol;
import org.mozilla.javascript.TopLevel;

/** The standard objects that all calls share: without Java, without a way to time, chance or new code, and held still. */
final class SafeGlobals {

    /** What the host decides, or what makes code out of text. */
    private static final String[] REMOVED = {"eval", "Function", "Date", "Proxy", "Promise"};

    /** Functions of each kind: their constructor is {@code Function} by another road. Built-in ones may have a prototype of their own. */
    private static final String KINDS_OF_FUNCTIONS = "[function () {}, function* () {}, [].map, Object, Math.max]";

    /** Objects that no property of a global leads to. */
    private static final String HIDDEN_OBJECTS = "[[][Symbol.iterator](), ''[Symbol.iterator](), new Map()[Symbol.iterator](), new Set()[Symbol.iterator](),"
            + " (function* () {})(), 'x'.matchAll(/x/g), (function () { return arguments; })(), " + KINDS_OF_FUNCTIONS + "]";

    private static final int HELD = ScriptableObject.READONLY | ScriptableObject.PERMANENT;

    private SafeGlobals() {
    }

    static TopLevel create(Context context) {
        TopLevel globals = new TopLevel();
        context.initSafeStandardObjects(globals, false);
        Scriptable functions = evaluate(context, globals, KINDS_OF_FUNCTIONS);
        Set<Object> makers = Reachable.identitySet();
        for (Object id : functions.getIds()) {
            makers.add(ScriptableObject.getProperty((Scriptable) functions.get((Integer) id, functions), "constructor"));
        }
        for (String name : REMOVED) {
            globals.delete(name);
        }
        ((ScriptableObject) globals.get("Math", globals)).delete("random");
        // It makes another pattern of one that is there, frozen or not.
        ((ScriptableObject) evaluate(context, globals, "RegExp.prototype")).delete("compile");

        Set<ScriptableObject> all = Reachable.from(globals, (ScriptableObject) evaluate(context, globals, HIDDEN_OBJECTS));
        for (ScriptableObject object : all) {
            if (object.has("constructor", object) && makers.contains(object.get("constructor", object))) {
                object.setAttributes("constructor", ScriptableObject.EMPTY);
                object.delete("constructor");
            }
        }
        Scriptable ofObjects = ScriptableObject.getObjectPrototype(globals);
        for (ScriptableObject object : all) {
            // Objects may have members of the same names as Object.prototype: its own stay writable for them.
            if (object != ofObjects) {
                makeReadOnly(object);
            }
            object.preventExtensions();
            object.sealObject();
        }
        return globals;
    }

    /** Sealed alone, an object still takes a new definition of what it has. */
    private static void makeReadOnly(ScriptableObject object) {
        for (Object id : object.getAllIds()) {
            if (id instanceof Symbol symbol) {
                object.setAttributes(symbol, object.getAttributes(symbol) | HELD);
            } else if (id instanceof String name) {
                object.setAttributes(name, object.getAttributes(name) | HELD);
            }
        }
    }

    private static Scriptable evaluate(Context context, Scriptable globals, String source) {
        return (Scriptable) context.evaluateString(globals, source, "globals", 1, null);
    }
}
