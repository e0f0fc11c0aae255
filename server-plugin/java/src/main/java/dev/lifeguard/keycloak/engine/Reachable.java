package dev.lifeguard.keycloak.engine;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

import org.mozilla.javascript.EcmaError;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Symbol;

/** Objects of a script that lead to others. */
final class Reachable {

    private Reachable() {
    }

    /** Everything that can be reached from here: by properties, by prototypes, and by the scopes that functions keep. */
    static Set<ScriptableObject> from(ScriptableObject... roots) {
        Set<ScriptableObject> seen = identitySet();
        Deque<ScriptableObject> open = new ArrayDeque<>();
        Collections.addAll(open, roots);
        while (!open.isEmpty()) {
            ScriptableObject object = open.remove();
            if (!seen.add(object)) {
                continue;
            }
            for (Object id : object.getAllIds()) {
                add(value(object, id), open);
                if (id instanceof String name) {
                    add(object.getGetterOrSetter(name, 0, object, false), open);
                    add(object.getGetterOrSetter(name, 0, object, true), open);
                }
            }
            add(object.getPrototype(), open);
            add(object.getParentScope(), open);
        }
        return seen;
    }

    static <T> Set<T> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static void add(Object found, Deque<ScriptableObject> open) {
        if (found instanceof ScriptableObject object) {
            open.add(object);
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
            return Scriptable.NOT_FOUND;
        }
    }
}
