package dev.lifeguard.keycloak.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
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
        "[][Symbol.iterator]().__proto__.leak = 1", "Array.prototype.push('leak')", "Array.prototype[0] = 'leak'", "Array.prototype.unshift('leak')",
        "Array.prototype.length = 1", "Object.setPrototypeOf(JSON, { leak: 1 })", "Math.__proto__ = { leak: 1 }",
        "Object.defineProperty(Array.prototype, '0', { value: 'leak' })", "Object.defineProperty(JSON, 'parse', { value: null })",
        "Object.setPrototypeOf(Array.prototype, { leak: 1 })", "Map.prototype.__defineGetter__('leak', function () { return 1; })"})
    void nothingPassesFromOneCallToTheNext(String poison) {
        String read = "return [typeof leak, typeof core.leak, typeof ({}).leak, typeof [].leak, typeof ''.leak, typeof JSON.leak, typeof Math.leak,"
                + " typeof Map.prototype.leak, typeof Error.prototype.leak, typeof (function () {}).leak, typeof /x/.leak, typeof JSON.parse,"
                + " typeof Object.keys, typeof new Map().get, typeof [][Symbol.iterator]().leak, typeof [][0], Array.prototype.length].join();";
        CoreEngine engine = engine("if (name === 'poison') { try { " + poison + " } catch (e) { return 'refused'; } return 'written'; } " + read);
        String before = engine.call("read", "{}", NO_HOST);
        engine.call("poison", "{}", NO_HOST);
        assertEquals(before, engine.call("read", "{}", NO_HOST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"toString", "valueOf", "constructor", "hasOwnProperty", "isPrototypeOf", "length", "name", "message", "keys", "x"})
    void objectsHaveMembersOfAnyName(String member) {
        String body = "var made = {}; made[name] = 'a'; var read = JSON.parse('{\"' + name + '\":\"b\"}'); var copied = Object.assign({}, read);"
                + " var counted = Object.create({}); counted[name] = 'c'; return made[name] + read[name] + copied[name] + counted[name];";
        assertEquals("abbc", engine(body).call(member, "{}", NO_HOST));
    }

    /** What calls share is what the script has made while it was evaluated: in variables, in objects and around functions. */
    @ParameterizedTest
    @ValueSource(strings = {"count += 1", "count++", "list = []", "list[0] = 'x'", "list[3] = 'x'", "list.push('x')", "list.pop()", "list.shift()",
        "list.unshift('x')", "list.splice(0, 1)", "list.sort(function (a, b) { return b - a; })", "list.reverse()", "list.fill('x')",
        "list.copyWithin(0, 1)", "list.length = 0", "delete list[0]", "list.leak = 1", "table.a.b = 'x'", "table.leak = 1", "delete table.a",
        "Object.assign(table, { leak: 1 })", "Object.defineProperty(table, 'a', { value: 'x' })", "Object.setPrototypeOf(table, { leak: 1 })",
        "table.__proto__ = { leak: 1 }", "helper.leak = 1", "helper.prototype.leak = 1", "helper = null", "new helper().constructor.leak = 1",
        "next()", "keep('x')", "pattern.lastIndex = 7", "pattern.leak = 1", "pattern.compile('z')", "Array.prototype.push.call(list, 'x')",
        "Array.prototype.pop.apply(list)", "[].sort.call(list, function (a, b) { return b - a; })",
        "table.__defineGetter__('a', function () { return 'x'; })", "pattern.exec('xyz')", "'xyz'.replace(pattern, 'x')", "'abc'.match(pattern)", "problem.message = 'x'", "inherited.c = 'x'"})
    void whatCallsShareNeverChanges(String poison) {
        CoreEngine engine = CoreEngine.load("var core = (function () { var count = 0, kept = 'none', list = [1, 2, 3], table = { a: { b: 'c' } }, pattern = /b+/i;"
                + " function helper() {} var problem = new Error('none'); var inherited = Object.create({ c: 'c' });"
                + " var next = (function () { var hidden = 0; return function () { hidden += 1; return hidden; }; })();"
                + " function keep(value) { kept = value; }"
                + " function read() { return JSON.stringify([count, kept, list, list.length, table, Object.keys(table), table.leak, list.leak, typeof helper, helper.leak,"
                + " new helper().leak, pattern.test('abba'), String(pattern), pattern.lastIndex, pattern.leak, problem.message, inherited.c]); }"
                + " return { call: function (name) { if (name !== 'poison') { return read(); } " + poison + "; return read(); } }; })();");
        String before = engine.call("read", "{}", NO_HOST);
        try {
            engine.call("poison", "{}", NO_HOST);
        } catch (CoreFailure refused) {
            assertEquals(before, engine.call("read", "{}", NO_HOST));
        }
        assertEquals(before, engine.call("read", "{}", NO_HOST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"new Map()", "new Set()", "new WeakMap()", "new Uint8Array(1)", "[][Symbol.iterator]()", "/x/g", "/x/y", "(function* () {})()"})
    void aScriptThatKeepsWhatNothingHoldsStillDoesNotLoad(String constant) {
        for (String script : List.of("var kept = " + constant + "; var core = { call: function () { return ''; } };",
                "var core = (function () { var kept = { inner: [" + constant + "] }; return { call: function () { return String(kept); } }; })();",
                "var core = { call: Object.assign(function () { return ''; }, { kept: " + constant + " }) };",
                "var core = { get kept() { return null; }, call: (function (kept) { return function () { return ''; }; })(" + constant + ") };")) {
            String message = assertThrows(CoreFailure.class, () -> CoreEngine.load(script)).getMessage();
            assertTrue(message.contains("among its constants"), message);
        }
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

    /** Deleting a realm takes more than any call of the script may. */
    @Test
    void whatTheHostTakesIsNotTheScriptsOwn() {
        WorkLimits little = new WorkLimits(20_000_000, 300_000_000L, 8L * 1024 * 1024, 1_000, 1_000);
        CoreEngine engine = engine("for (var i = 0; i < 3; i++) { host.call('work', '{}'); for (var j = 0; j < 5000; j++) { } } return 'done';");
        List<byte[]> kept = new ArrayList<>();
        assertEquals("done", engine.call("x", "{}", (port, json) -> {
            long end = System.nanoTime() + 400_000_000L;
            while (System.nanoTime() < end) {
                kept.clear();
                kept.add(new byte[1024 * 1024]);
            }
            return "";
        }, little));
    }

    @Test
    void theScriptsOwnWorkCountsBetweenTwoCallsOfTheHost() {
        CoreEngine engine = engine("for (;;) { host.call('nothing', '{}'); }");
        assertTrue(assertThrows(CoreFailure.class, () -> engine.call("x", "{}", (port, json) -> "")).getMessage().startsWith("limit reached"));
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
    void aRefusalOfTheHostIsNoFailureAndComesOutAsItIs() {
        CoreEngine.HostRefusal refusal = new CoreEngine.HostRefusal("no") {
        };
        CoreEngine engine = engine("try { return host.call('now', '{}'); } catch (e) { return 'caught'; }");
        assertSame(refusal, assertThrows(CoreEngine.HostRefusal.class, () -> engine.call("x", "{}", (port, json) -> {
            throw refusal;
        })));
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
        assertEquals("the script defines no core.call", assertThrows(CoreFailure.class, () -> CoreEngine.load("var core = {};")).getMessage());
    }

    @Test
    void sixteenThreadsNeverSeeEachOthersCalls() throws Exception {
        CoreEngine engine = CoreEngine.load("var core = (function () { var pattern = /^\"([0-9]+)\\/([0-9]+)\"$/, table = { list: ['a', 'b', 'c'] };"
                + " function Own(text) { this.text = text; } Own.prototype.twice = function () { return this.text + this.text; };"
                + " return { call: function (name, json, host) { var mine = new Own(json), parts = pattern.exec(json);"
                + " for (var i = 0; i < 50; i++) { if (mine.text !== json || '\"' + parts[1] + '/' + parts[2] + '\"' !== json) { return 'mixed'; } }"
                + " if (table.list.map(function (item) { return item + parts[2]; }).join() !== 'a' + parts[2] + ',b' + parts[2] + ',c' + parts[2]) { return 'mixed'; }"
                + " return mine.text + host.call('p', mine.text); } }; })();");
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
