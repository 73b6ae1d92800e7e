package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A program in the form that TeaVM writes is cut; that the scripts run, the tests in Chromium see. */
class SplitTest {
    private static final Pattern BEGIN = Pattern.compile("p_(Later|Own|Other)([$_].*)?");

    private static final String PROGRAM = """
            "use strict";
            var main;
            (function() {
                let $rt_wrapFunction0 = f => function() { return f(this); },
                $rt_metadata = data => data,
                $rt_stringPool_instance,
                $rt_stringPool = strings => { $rt_stringPool_instance = strings.map(s => $rt_intern($rt_str(s))); },
                $rt_stringClassInit = () => 0,
                $rt_classWithoutFields = parent => function() { },
                $rt_s = index => $rt_stringPool_instance[index],
                $rt_str = s => s,
                $rt_ustr = s => s,
                $rt_intern = s => s;
                function p_Layer() { this.$size = 0; }
                let p_Layer_forward = $this => $rt_s(2) + $this.$size,
                p_Layer_backward = $this => $rt_s(1) + p_Maths_derivative($rt_s(2)),
                p_Maths_derivative = x => x.a;
                function p_Later() { }
                let p_Later_run = () => new p_Layer().$backward() + $rt_s(0) + new p_Later(),
                p_Demos_main = () => {
                    new p_Layer().$forward();
                    p_Later_run();
                };
                $rt_metadata([p_Layer, "Layer", 0, 0, [], 1, 0, 0, ["$forward", $rt_wrapFunction0(p_Layer_forward), ["$backward", "$back"], $rt_wrapFunction0(p_Layer_backward)],
                p_Later, 0, p_Layer, [], 1, 0, 0, 0]);
                $rt_stringPool(["only late", "derivative", "both"]);
                let $rt_export_main = p_Demos_main;
                (() => {
                    let c;
                    c = p_Later.prototype;
                    c.run = $rt_callWithReceiver(p_Later_run);
                })();
                main = $rt_export_main;
            })();
            """;

    /** The program with two figures, which share a kit and have a toy each. */
    private static final String FIGURES = PROGRAM.replace("function p_Later() { }", """
                    function p_Kit() { }
                    function p_Toy() { }
                    let p_Kit_help = () => 1, p_Kit_rest = $this => p_Toy_play(), p_Toy_play = () => 2,
                    p_Own_start = () => { p_Kit_help(); new p_Toy().$play(); new p_Kit().$rest(); new p_Layer().$learn(); },
                    p_Other_start = () => { p_Kit_help(); new p_Layer().$backward(); },
                    p_Layer_learn = () => 3, p_Nobody = () => 4;
                    function p_Later() { }
                    """)
            .replace(
                    "let p_Later_run = () => new p_Layer().$backward() +",
                    "let p_Later_run = () => p_Own_start() + p_Other_start() +")
            .replace(
                    "p_Later, 0, p_Layer",
                    "p_Kit, 0, 0, [], 1, 0, 0, [\"$rest\", $rt_wrapFunction0(p_Kit_rest)], p_Toy, 0, p_Kit, [], 1, 0, 0, [\"$play\", $rt_wrapFunction0(p_Toy_play)], p_Later, 0, p_Layer")
            .replace("[\"$forward\",", "[\"$learn\", $rt_wrapFunction0(p_Layer_learn), \"$forward\",");

    private static Map<String, String> scripts(String program) {
        Split.Cut cut = name -> {
            Matcher matcher = BEGIN.matcher(name);
            return !matcher.matches() ? null : matcher.group(1).equals("Later") ? Split.LATE : matcher.group(1);
        };
        return new Split(new Program("program.js", program), cut).scripts();
    }

    private static List<String> cut(String program) {
        return List.copyOf(scripts(program).values());
    }

    @Test
    void aScriptOfItsOwnHoldsWhatNoOtherReaches() {
        Map<String, String> scripts = scripts(FIGURES);
        assertEquals(List.of("demos", "late", "Other", "Own"), List.copyOf(scripts.keySet()));
        Map<String, String> places = Map.of(
                "p_Own_start=", "Own",
                "p_Other_start=", "Other",
                "p_Kit_help=", "late",
                "let p_Toy=", "Own",
                "p_Toy_play=", "Own",
                "p_Layer_learn=", "Own",
                "p_Layer_backward=", "Other",
                "p_Layer_forward=", "demos");
        places.forEach((piece, place) -> scripts.forEach(
                (name, script) -> assertEquals(name.equals(place), script.contains(piece), piece + " in " + name)));
        property(scripts.get("Own"), "p_Layer, \"(\\w+)\", p_Layer_learn,");
        property(scripts.get("Own"), "p_Toy, \"(\\w+)\", p_Toy_play,");
        property(scripts.get("Other"), "p_Layer, \"(\\w+)\", p_Layer_backward,");
        scripts.forEach((name, script) -> assertFalse(script.contains("p_Nobody"), script));
    }

    @Test
    void whatNothingReachesIsInNoScript() {
        Map<String, String> scripts =
                scripts(FIGURES.replace("[\"$learn\",", "[\"$never\", $rt_wrapFunction0(p_Layer_never), \"$learn\",")
                        .replace("p_Nobody = () => 4;", "p_Nobody = () => 4, p_Layer_never = () => new p_Unknown();")
                        .replace("function p_Kit()", "function p_Unknown() { } function p_Kit()")
                        .replace("p_Kit, 0, 0,", "p_Unknown, 0, 0, [], 1, 0, 0, 0, p_Kit, 0, 0,"));
        scripts.forEach((name, script) -> {
            assertFalse(script.contains("p_Layer_never") || script.contains("p_Nobody"), name + ": " + script);
            assertFalse(script.contains("p_Unknown"), name + ": " + script);
        });
    }

    @Test
    void aScriptOfItsOwnMustNotNeedAnother() {
        String mixed = FIGURES.replace("p_Other_start = () => {", "p_Other_start = () => { p_Own_start();");
        String message =
                assertThrows(PublishException.class, () -> scripts(mixed)).getMessage();
        assertEquals(
                "script \"Other\" uses p_Own_start, which begins script \"Own\"; let the two share a class that begins neither",
                message);
    }

    @Test
    void theFirstScriptHoldsWhatTheBeginningReachesAndTheSecondTheRest() {
        List<String> scripts = cut(PROGRAM);
        for (String name : List.of("let p_Layer=", "p_Layer_forward=", "p_Demos_main=")) {
            assertTrue(scripts.get(0).contains(name), name);
            assertFalse(scripts.get(1).contains(name), name);
        }
        for (String name : List.of("let p_Later=", "p_Later_run=", "p_Layer_backward=", "p_Maths_derivative=")) {
            assertFalse(scripts.get(0).contains(name), name);
            assertTrue(scripts.get(1).contains(name), name);
        }
        assertTrue(scripts.get(0).strip().endsWith("$rt_export_main([]);"), scripts.get(0));
        assertFalse(scripts.get(1).contains("$rt_export_main"), scripts.get(1));
    }

    @Test
    void aMethodThatOnlyTheSecondScriptCallsIsAddedToItsClassThere() {
        List<String> scripts = cut(PROGRAM);
        String forward = property(scripts.get(0), "new p_Layer\\)?\\.(\\w+)\\(");
        String backward = property(scripts.get(1), "new p_Layer\\)?\\.(\\w+)\\(");
        assertTrue(scripts.get(0).contains("p_Layer, \"" + forward + "\", p_Layer_forward,"), scripts.get(0));
        assertTrue(scripts.get(1).contains("p_Layer, \"" + backward + "\", p_Layer_backward,"), scripts.get(1));
        assertFalse(scripts.get(0).contains("p_Layer_backward"), scripts.get(0));
        assertTrue(scripts.get(1).contains("p_Later, \"call\", p_Later_run,"), scripts.get(1));
    }

    private static String property(String script, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(script);
        assertTrue(matcher.find(), script);
        return matcher.group(1);
    }

    @Test
    void shortNamesLeaveOutWhatIsTakenByOthers() {
        List<String> scripts = cut(PROGRAM);
        assertFalse(scripts.get(0).contains(".$size"), scripts.get(0));
        assertTrue(scripts.get(1).contains("x.a"), scripts.get(1));
        for (String script : scripts) {
            assertFalse(script.contains("$this.a") || script.contains("\"a\""), script);
        }
    }

    @Test
    void textsStandWhereTheyAreUsed() {
        List<String> scripts = cut(PROGRAM);
        assertTrue(scripts.get(0).contains("p_Layer_forward=$this=>$rt_s(\"both\")+$this."), scripts.get(0));
        assertTrue(
                scripts.get(1)
                        .contains("p_Layer_backward=$this=>$rt_s(\"derivative\")+p_Maths_derivative($rt_s(\"both\"))"),
                scripts.get(1));
        for (String script : scripts) {
            assertFalse(script.contains("$rt_stringPool"), script);
        }
        assertTrue(scripts.get(0).contains("$rt_s=text=>$rt_texts[text]??=$rt_str(text)"), scripts.get(0));
        assertTrue(scripts.get(0).strip().endsWith("$rt_stringClassInit();\n$rt_export_main([]);"), scripts.get(0));
    }

    @Test
    void fieldsBeginInThePrototypeOfAllObjects() {
        String first = cut(PROGRAM).get(0);
        String size = property(first, "\\$this\\.(\\w+)");
        assertTrue(
                first.contains("for (let name of \"" + size + "\".split(\",\")) jl_Object.prototype[name] = 0;"),
                first);
        assertTrue(first.contains("let p_Layer=$rt_class(Object);"), first);
        assertTrue(cut(PROGRAM).get(1).contains("let p_Later=$rt_class(p_Layer);"), first);
        String large = cut(PROGRAM.replace("this.$size = 0;", "this.$size = Long_ZERO;")
                        .replace("$rt_str = s => s,", "$rt_str = s => s, Long_ZERO = BigInt(0),"))
                .get(0);
        assertTrue(large.contains("jl_Object.prototype[name] = Long_ZERO;"), large);
        assertTrue(large.contains("let Long_ZERO=BigInt(0);"), large);
        String odd = PROGRAM.replace("this.$size = 0;", "this.$size = p_Demos_main();");
        String message = assertThrows(PublishException.class, () -> cut(odd)).getMessage();
        assertTrue(message.endsWith("fields that begin with a constant, and not those of p_Layer"), message);
    }

    /** Layers with a cell of another class, and classes below and beside. */
    private static final String HIERARCHY = PROGRAM.replace("this.$size = 0;", "this.$size = 0; this.$cell = null;")
            .replace("function p_Later() { }", """
                    function p_Below() { let a = this; p_Layer.call(a); a.$below = 0; a.$named = null; }
                    function p_Beside() { this.$beside = 0; this.$label = null; }
                    function p_Later() { }
                    """)
            .replace(
                    "p_Later, 0, p_Layer",
                    "p_Below, 0, p_Layer, [], 1, 0, 0, 0, p_Beside, 0, 0, [], 1, 0, 0, 0, p_Later, 0, p_Layer")
            .replace("new p_Layer().$forward();", """
                    let below = new p_Below(), beside = new p_Beside();
                    told(below.$size, below.$cell, below.$below, below.$named, beside.$beside, beside.$label, below.$forward());
                    """);

    @Test
    void whatNoObjectHasTogetherSharesAName() {
        Matcher names = Pattern.compile(
                        "told\\(below\\.(\\w+),below\\.(\\w+),below\\.(\\w+),below\\.(\\w+),beside\\.(\\w+),beside\\.(\\w+),below\\.(\\w+)")
                .matcher(cut(HIERARCHY).get(0));
        assertTrue(names.find());
        Set<String> ofBelow = new TreeSet<>();
        for (int group : List.of(1, 2, 3, 4, 7)) {
            assertTrue(ofBelow.add(names.group(group)), names.group());
        }
        ofBelow.add(property(cut(HIERARCHY).get(1), "new p_Layer\\)?\\.(\\w+)\\("));
        assertTrue(ofBelow.containsAll(List.of(names.group(5), names.group(6))), names.group() + " of " + ofBelow);
        Set<String> zeros = Set.of(names.group(1), names.group(3), names.group(5));
        Set<String> nulls = Set.of(names.group(2), names.group(4), names.group(6));
        assertTrue(nulls.stream().noneMatch(zeros::contains), names.group());
    }

    @Test
    void onlyInterfacesThatObjectsAreTestedForAreKept() {
        String program = PROGRAM.replace(
                        "function p_Later() { }", "let p_Face = 0, p_Other = 0; function p_Later() { }")
                .replace(
                        "p_Later, 0, p_Layer, []",
                        "p_Face, 0, 0, [], 1537, 0, 0, 0, p_Other, 0, 0, [p_Face], 1537, 0, 0, 0, p_Later, 0, p_Layer, [p_Other]");
        assertFalse(String.join("", cut(program)).contains("p_Face"));
        String tested = program.replace("p_Later_run();", "p_Later_run(); $rt_isInstance(0, p_Face);");
        String later = cut(tested).get(1);
        assertTrue(later.contains("let p_Later=$rt_class(p_Layer,p_Face);"), later);
    }

    @Test
    void arraysAreJavaScripts() {
        String first = cut(PROGRAM.replace("new p_Layer().$forward();", """
                        new p_Layer().$forward();
                        told($rt_createArray(p_Layer, 3).data.length, $rt_wrapArray(jl_String, [4, 5]), $rt_createIntArray(2).$clone12(),
                            $rt_createMultiArray(jl_String, [1, 2]), message["data"]);
                        """)).get(0);
        assertTrue(
                first.contains("told($rt_createArray(3).length,[4,5],$rt_createIntArray(2).slice(),"
                        + "$rt_createMultiArray([1,2]),message[\"data\"])"),
                first);
    }

    @Test
    void textsThatOnlyCrossOverAreLeftInJavaScript() {
        String first = cut(PROGRAM.replace("new p_Layer().$forward();", """
                        new p_Layer().$forward();
                        told($rt_ustr($rt_s(0)), $rt_ustr(a ? $rt_s(1) : b ? null : $rt_str(c)), $rt_ustr(d), $rt_ustr(a ? $rt_s(1) : d));
                        let text = igsd_Joined_text(igsd_Joined_letter(igsd_Joined_whole($rt_s(2), 1), 65), e);
                        told($rt_ustr(igsd_Joined_text($rt_s(1), $rt_str(f))));
                        """)).get(0);
        assertTrue(
                first.contains(
                        "told(\"only late\",a?\"derivative\":b?null:c,$rt_ustr(d),$rt_ustr(a?$rt_s(\"derivative\"):d))"),
                first);
        assertTrue(first.contains("text=$rt_str(\"both\"+1+String.fromCharCode(65)+$rt_ustr(e))"), first);
        assertTrue(first.contains("told(\"derivative\"+f)"), first);
    }

    /** A method that the page calls under a name that is handed over, and one whose name something uses besides. */
    @Test
    void whatIsHandedOverNeedsNoName() {
        String program = PROGRAM.replace(
                        "p_Later_run();",
                        "p_Later_run(); otji_JS_function(otji_JSWrapper_unwrap(new p_Later()), \"run\");")
                .replace("p_Demos_main = () => {", "otji_JSWrapper_unwrap = a => a, p_Demos_main = () => {");
        List<String> scripts = cut(program);
        assertTrue(scripts.get(0).contains("otji_JS_function(new p_Later)"), scripts.get(0));
        assertTrue(scripts.get(1).contains("p_Later, \"call\", p_Later_run,"), scripts.get(1));
        scripts = cut(program.replace("p_Later_run();", "p_Later_run(); thing.run();"));
        assertTrue(scripts.get(0).contains("otji_JS_function(new p_Later,\"run\")"), scripts.get(0));
        assertTrue(scripts.get(1).contains("p_Later, \"run\", p_Later_run,"), scripts.get(1));
        String two = program.replace(
                "c.run = $rt_callWithReceiver(p_Later_run);",
                "c.run = $rt_callWithReceiver(p_Later_run); c.walk = $rt_callWithReceiver(p_Later_run);");
        String message = assertThrows(PublishException.class, () -> cut(two)).getMessage();
        assertTrue(message.endsWith("one method that JavaScript calls, and not two in p_Later"), message);
    }

    @Test
    void whatTheRuntimeDoesWithoutIsRefused() {
        String message = assertThrows(
                        PublishException.class,
                        () -> cut(PROGRAM.replace(
                                "new p_Layer().$forward();", "new p_Layer().$forward(); p_Layer[$rt_meta].name;")))
                .getMessage();
        assertTrue(
                message.startsWith("program.js: p_Demos_main uses $rt_meta, which runtime.js does without: "), message);
        message = assertThrows(
                        PublishException.class,
                        () -> cut(PROGRAM.replace(
                                "new p_Layer().$forward();", "new p_Layer().$forward(); $rt_createOddArray(1);")))
                .getMessage();
        assertTrue(message.startsWith("program.js: p_Demos_main uses $rt_createOddArray, "), message);
    }

    @Test
    void whatIsNotTeaVmsIsRefused() {
        for (String program : List.of(
                "var main;",
                PROGRAM.replace("$rt_export_main", "begin"),
                PROGRAM.replace("$rt_stringPool([", "$rt_texts(["),
                PROGRAM.replace("[], 1, 0, 0, 0]", "[], 1, 0, 0]"))) {
            String message =
                    assertThrows(PublishException.class, () -> cut(program)).getMessage();
            assertTrue(message.startsWith("program.js: is not what this version of TeaVM writes: expected "), message);
        }
    }

    @Test
    void whatIsNoScriptIsNamedWithItsLine() {
        PublishException refused = assertThrows(PublishException.class, () -> cut("var a = 1;\nvar b = (;\n"));
        assertTrue(refused.getMessage().startsWith("program.js:2: "), refused.getMessage());
    }

    @Test
    void theSameProgramGivesTheSameScripts() {
        assertEquals(cut(PROGRAM), cut(PROGRAM));
    }
}
