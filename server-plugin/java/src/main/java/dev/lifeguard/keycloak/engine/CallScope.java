package dev.lifeguard.keycloak.engine;

import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.TopLevel;

/**
 * The global scope of one call, empty over the shared standard objects. Every object, array and function that the script makes asks its top
 * scope for the standard prototype; a scope that is no {@link TopLevel} looks each one up by name.
 */
final class CallScope extends TopLevel {

    private static final long serialVersionUID = 1L;

    private final transient TopLevel shared;

    CallScope(TopLevel shared) {
        this.shared = shared;
        setPrototype(shared);
    }

    @Override
    public BaseFunction getBuiltinCtor(Builtins type) {
        return shared.getBuiltinCtor(type);
    }

    @Override
    public Scriptable getBuiltinPrototype(Builtins type) {
        return shared.getBuiltinPrototype(type);
    }
}
