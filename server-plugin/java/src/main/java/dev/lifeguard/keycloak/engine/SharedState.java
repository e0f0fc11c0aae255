package dev.lifeguard.keycloak.engine;

import java.util.Set;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.TopLevel;

/**
 * What a script leaves behind once it was evaluated: its functions, its constants and the variables around them. All calls share it, on all
 * threads at once, so nothing of it may ever change again.
 */
final class SharedState {

    /** Of which sealing and freezing together hold every part. Maps, sets, typed arrays and dates keep theirs out of reach. */
    private static final Set<String> FREEZABLE = Set.of("Object", "Array", "Function", "RegExp", "Error", "Arguments", "Boolean", "Number", "String");
    /** The variables of a function that was called while the script was evaluated. They are no object to the script. */
    private static final String VARIABLES = "Call";

    private SharedState() {
    }

    /**
     * Makes everything that can be reached from the script's scope unchangeable; a later attempt to write throws in the call that makes it.
     *
     * @throws CoreFailure when something is there that can't be held still
     */
    static void freeze(Context context, TopLevel globals, ScriptScope scope) {
        Function freeze = (Function) ScriptableObject.getProperty((Scriptable) globals.get("Object", globals), "freeze");
        for (ScriptableObject object : Reachable.from(scope)) {
            if (object.isSealed()) {
                continue;
            }
            if (object != scope && !object.getClassName().equals(VARIABLES)) {
                requireFreezable(object);
                // An array that is only sealed still takes what is pushed: freezing turns its elements into properties.
                freeze.call(context, globals, globals, new Object[] {object});
            }
            object.sealObject();
        }
    }

    private static void requireFreezable(ScriptableObject object) {
        String kind = object.getClassName();
        if (!FREEZABLE.contains(kind)) {
            throw new CoreFailure("the script keeps a " + kind + " among its constants, which calls could change", null);
        }
        // Where the next search begins is kept in the object, for whoever searches next.
        if (kind.equals("RegExp") && String.valueOf(ScriptableObject.getProperty(object, "flags")).matches(".*[gy].*")) {
            throw new CoreFailure("the script keeps the pattern " + object + " among its constants, which remembers its last search", null);
        }
    }
}
