package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
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
                $rt_intern = s => s;
                function p_Layer() { this.$size = 0; }
                let p_Layer_forward = $this => $rt_s(2) + $this.$size,
                p_Layer_backward = $this => $rt_s(1) + p_Maths_derivative($rt_s(2)),
                p_Maths_derivative = x => x.a;
                function p_Later() { }
                let p_Later_run = () => new p_Layer().$backward() + $rt_s(0),
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
                    c.run = p_Later_run;
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
                    "p_Kit, 0, 0, [], 1, 0, 0, [\"$rest\", p_Kit_rest], p_Toy, 0, p_Kit, [], 1, 0, 0, [\"$play\", p_Toy_play], p_Later, 0, p_Layer")
            .replace("[\"$forward\",", "[\"$learn\", p_Layer_learn, \"$forward\",");

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
                "function p_Toy(", "Own",
                "p_Toy_play=", "Own",
                "p_Layer_learn=", "Own",
                "p_Layer_backward=", "Other",
                "p_Nobody=", "late",
                "p_Layer_forward=", "demos");
        places.forEach((piece, place) -> scripts.forEach(
                (name, script) -> assertEquals(name.equals(place), script.contains(piece), piece + " in " + name)));
        assertTrue(
                scripts.get("Own").matches("(?s).*p_Layer\\.prototype\\.\\w+ = p_Layer_learn;.*"), scripts.get("Own"));
        assertTrue(scripts.get("Own").contains("$rt_metadata([p_Kit,0,0,[],1,0,0,"), scripts.get("Own"));
        assertFalse(scripts.get("Other").contains("$rt_metadata"), scripts.get("Other"));
    }

    /** A list of methods is read when its script arrives, so what it names must be there. */
    @Test
    void whatAMethodNamesThatNothingCallsIsInTheSecondScriptToo() {
        Map<String, String> scripts = scripts(FIGURES.replace("[\"$learn\",", "[\"$never\", p_Layer_never, \"$learn\",")
                .replace("p_Nobody = () => 4;", "p_Nobody = () => 4, p_Layer_never = () => 5;")
                .replace("p_Own_start = () => {", "p_Own_start = () => { p_Layer_never();"));
        assertTrue(scripts.get("late").contains("p_Layer_never="), scripts.get("late"));
        assertFalse(scripts.get("Own").contains("p_Layer_never="), scripts.get("Own"));
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
        for (String name : List.of("function p_Layer(", "p_Layer_forward=", "p_Demos_main=")) {
            assertTrue(scripts.get(0).contains(name), name);
            assertFalse(scripts.get(1).contains(name), name);
        }
        for (String name : List.of("function p_Later(", "p_Later_run=", "p_Layer_backward=", "p_Maths_derivative=")) {
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
        assertTrue(scripts.get(0).contains("\"" + forward + "\", $rt_wrapFunction0(p_Layer_forward)"), scripts.get(0));
        assertTrue(
                scripts.get(1).contains("p_Layer.prototype." + backward + " = $rt_wrapFunction0(p_Layer_backward);"),
                scripts.get(1));
        assertTrue(scripts.get(1).contains("p_Later.prototype.run=p_Later_run"), scripts.get(1));
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
            assertFalse(script.contains("this.a") || script.contains("prototype.a "), script);
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
        assertTrue(scripts.get(0).contains("$rt_s=text=>$rt_texts[text]??=$rt_intern($rt_str(text))"), scripts.get(0));
        assertTrue(scripts.get(0).strip().endsWith("$rt_stringClassInit();\n$rt_export_main([]);"), scripts.get(0));
    }

    @Test
    void lambdasDoWithoutAConstructorOfTheirOwn() {
        String lambda = "p_Demos$main$lambda$_1_0";
        String first = cut(PROGRAM.replace(
                                "function p_Later() { }",
                                "function p_Later() { } function " + lambda
                                        + "() { let a = this; jl_Object.call(a); a.$_0 = null; }")
                        .replace("new p_Layer().$forward();", "new p_Layer().$forward(); new " + lambda + "();"))
                .get(0);
        assertTrue(first.contains("let " + lambda + "=$rt_classWithoutFields();"), first);
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
