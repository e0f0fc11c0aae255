package dev.lifeguard.keycloak.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoreEngineTest {

    private static final CoreEngine.Host NO_HOST = (port, json) -> {
        throw new IllegalStateException("host down");
    };

    /** A script whose {@code core.call} has this body. */
    private static CoreEngine engine(String body) {
        return CoreEngine.load("var core = { call: function (name, json, host) { " + body + " } };");
    }

    private static String failure(CoreEngine engine) {
        return assertThrows(CoreFailure.class, () -> engine.call("x", "{}", NO_HOST)).getMessage();
    }

    @Test
    void callsIntoTheScriptAndBackToTheHost() {
        CoreEngine engine = engine("return name + json + host.call('port', '[1]');");
        assertEquals("name{}port[1]", engine.call("name", "{}", (port, json) -> port + json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eval", "Function", "Date", "Proxy", "Promise", "java", "Packages", "javax", "org", "importClass", "JavaAdapter",
        "getClass", "load", "print", "setTimeout", "Math.random"})
    void hasNoWayToTimeChanceCodeOrJava(String name) {
        assertEquals("undefined", engine("return typeof " + name + ";").call("x", "{}", NO_HOST));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "(function () {}).constructor('return 1')()",
        "(function* () {}).constructor('yield 1')().next().value",
        "(() => 1).constructor('return 1')()",
        "host.call.constructor('return 1')()",
        "Object.getPrototypeOf(host.call).constructor('return 1')()",
        "[].map.constructor('return 1')()",
        "Object.getPrototypeOf(function () {}).constructor('return 1')()"
    })
    void makesNoCodeOutOfText(String attempt) {
        String answer;
        try {
            answer = engine("return String(" + attempt + ");").call("x", "{}", (port, json) -> "");
        } catch (CoreFailure refused) {
            return;
        }
        assertTrue(!answer.equals("1"), attempt + " ran text as code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leak = 1", "this.leak = 1", "core.leak = 1", "Object.prototype.leak = 1", "Array.prototype.leak = 1",
        "String.prototype.leak = 1", "Function.prototype && (Function.prototype.leak = 1)", "JSON.leak = 1", "Math.leak = 1",
        "Map.prototype.leak = 1", "Error.prototype.leak = 1", "(function () {}).__proto__.leak = 1", "/x/.__proto__.leak = 1",
        "JSON.parse = null", "Object.keys = null", "new Map().__proto__.get = null", "Symbol.iterator.leak = 1",
        "[][Symbol.iterator]().__proto__.leak = 1"})
    void nothingPassesFromOneCallToTheNext(String poison) {
        String read = "return [typeof leak, typeof core.leak, typeof ({}).leak, typeof [].leak, typeof ''.leak, typeof JSON.leak, typeof Math.leak,"
                + " typeof Map.prototype.leak, typeof Error.prototype.leak, typeof (function () {}).leak, typeof /x/.leak, typeof JSON.parse,"
                + " typeof Object.keys, typeof new Map().get, typeof [][Symbol.iterator]().leak].join();";
        CoreEngine engine = engine("if (name === 'poison') { try { " + poison + " } catch (e) { return 'refused'; } return 'written'; } " + read);
        String before = engine.call("read", "{}", NO_HOST);
        engine.call("poison", "{}", NO_HOST);
        assertEquals(before, engine.call("read", "{}", NO_HOST));
    }

    @Test
    void aScriptThatNeverEndsIsStopped() {
        assertEquals("limit reached: instructions", failure(engine("for (;;) {}")));
    }

    @Test
    void aScriptThatCatchesEverythingIsStoppedAllTheSame() {
        assertEquals("limit reached: instructions", failure(engine("for (;;) { try { for (;;) {} } catch (e) {} finally { continue; } }")));
    }

    @Test
    void aScriptThatAllocatesWithoutEndIsStopped() {
        assertEquals("limit reached: memory", failure(engine("var a = []; for (;;) { a.push(new Array(1000).join('x') + a.length); }")));
    }

    @Test
    void endlessRecursionIsStopped() {
        assertEquals("limit reached: stack", failure(engine("function f(n) { return 1 + f(n + 1); } return String(f(0));")));
    }

    @Test
    void inputAndOutputAreBounded() {
        CoreEngine echo = engine("return name === 'long' ? new Array(70000).join('x') : json;");
        String tooLong = "x".repeat(WorkLimits.DEFAULT.inputChars() + 1);
        assertEquals("limit reached: input", assertThrows(CoreFailure.class, () -> echo.call("x", tooLong, NO_HOST)).getMessage());
        assertEquals("limit reached: output", assertThrows(CoreFailure.class, () -> echo.call("long", "{}", NO_HOST)).getMessage());
    }

    @Test
    void longerTextsAreForCallsThatAskForThem() {
        CoreEngine echo = engine("return json;");
        String longer = "x".repeat(WorkLimits.DEFAULT.inputChars() + 1);
        assertEquals(longer, echo.call("x", longer, NO_HOST, WorkLimits.LONG_TEXTS));
        String tooLong = "x".repeat(WorkLimits.LONG_TEXTS.inputChars() + 1);
        assertThrows(CoreFailure.class, () -> echo.call("x", tooLong, NO_HOST, WorkLimits.LONG_TEXTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"return 1;", "return null;", "return;", "return {};", "throw new Error('no');", "throw 'text';", "undefined.x();"})
    void anythingButTextIsAFailure(String body) {
        failure(engine(body));
    }

    @Test
    void aHostThatFailsEndsTheCallAndCannotBeCaughtInside() {
        failure(engine("try { return host.call('now', '{}'); } catch (e) { return 'caught'; }"));
    }

    @Test
    void afterAFailureTheNextCallWorks() {
        CoreEngine engine = engine("if (name === 'spin') { for (;;) {} } return 'fine';");
        assertThrows(CoreFailure.class, () -> engine.call("spin", "{}", NO_HOST));
        assertEquals("fine", engine.call("x", "{}", NO_HOST));
    }

    @Test
    void aScriptThatDoesNotLoadSaysSo() {
        assertEquals("the core does not load", assertThrows(CoreFailure.class, () -> CoreEngine.load("var core = {")).getMessage());
        assertEquals("the script defines no core.call", failure(CoreEngine.load("var core = {};")));
    }

    @Test
    void sixteenThreadsNeverSeeEachOthersCalls() throws Exception {
        CoreEngine engine = engine("mine = json; for (var i = 0; i < 50; i++) { if (mine !== json) { return 'mixed'; } } return mine + host.call('p', json);");
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<Integer>> wrong = new ArrayList<>();
        for (int thread = 0; thread < 16; thread++) {
            String prefix = thread + "/";
            wrong.add(threads.submit(() -> {
                int bad = 0;
                for (int i = 0; i < 300; i++) {
                    String own = "\"" + prefix + i + "\"";
                    if (!engine.call("x", own, (port, json) -> json).equals(own + own)) {
                        bad++;
                    }
                }
                return bad;
            }));
        }
        for (Future<Integer> bad : wrong) {
            assertEquals(0, bad.get());
        }
        threads.shutdown();
    }
}
