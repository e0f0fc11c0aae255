package dev.lifeguard.keycloak.engine;

import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.TopLevel;

/**
 * The global scope of the script over the standard objects. Every object, array and function that the script makes asks its top scope for
 * the standard prototype; a scope that is no {@link TopLevel} looks each one up by name.
 */
final class ScriptScope extends TopLevel {

    private static final long serialVersionUID = 1L;

    private final transient TopLevel globals;

    ScriptScope(TopLevel globals) {
        this.globals = globals;
        setPrototype(globals);
    }

    @Override
    public BaseFunction getBuiltinCtor(Builtins type) {
        return globals.getBuiltinCtor(type);
    }

    @Override
    public Scriptable getBuiltinPrototype(Builtins type) {
        return globals.getBuiltinPrototype(type);
    }
}
