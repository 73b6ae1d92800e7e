package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MinifierTest {
    private static final List<String> LATE = List.of("Later", "night=Moon");
    private static final String OWN = "(?!First)(\\w+?)Demo";

    private static final String PROGRAM = """
            var main;
            (function() {
                let $rt_metadata = data => data,
                $rt_stringPool_instance = [],
                $rt_stringPool = strings => strings,
                $rt_s = index => index,
                $rt_stringClassInit = () => 0,
                $rt_str = s => s, $rt_intern = s => s;
                function p_Thing() { }
                let p_Later_run = () => "evening";
                let p_StarDemo_shine = () => "star", p_Moon_rise = () => "moon", p_FirstDemo_begin = () => 5;
                let p_Demos_main = () => {
                    // A comment is for those who write.
                    globalThis.then = [new p_Thing(), p_Later_run, p_StarDemo_shine, p_Moon_rise, p_FirstDemo_begin];
                    globalThis.said = "morning";
                };
                $rt_metadata([p_Thing, 0, 0, [], 1, 0, 0, 0]);
                $rt_stringPool(["x"]);
                let $rt_export_main = p_Demos_main;
                main = $rt_export_main;
            })();
            """;

    @TempDir
    Path folder;

    private Path program;
    private Path to;

    @BeforeEach
    void aProgram() throws Exception {
        program = folder.resolve("program.js");
        to = folder.resolve("scripts");
        Files.writeString(program, PROGRAM);
    }

    @Test
    void whatWasMadeSmallBeforeIsNotMadeAgain() throws Exception {
        Map<String, String> scripts = Map.of("own", "// For those who write.\nconsole.log(1 + 1);\n");
        Map<String, String> made = Minifier.minified(scripts, to);
        assertTrue(made.get("own").contains("console.log(2)"), made::toString);
        assertEquals(made, Minifier.minified(scripts, to));
        try (Stream<Path> files = Files.list(to)) {
            Path kept = files.toList().get(0);
            Files.writeString(kept, Files.readString(kept).replace("log(2)", "log(3)"));
        }
        assertTrue(Minifier.minified(scripts, to).get("own").contains("log(3)"), "it was made again");
        assertTrue(Minifier.minified(Map.of("own", "console.log(1 + 3);"), to)
                .get("own")
                .contains("log(4)"));
    }

    private String script(String name) throws Exception {
        return Files.readString(to.resolve(name));
    }

    @Test
    void bothScriptsComeOutSmallAndStrict() throws Exception {
        Minifier.run(program, to, OWN, LATE);
        String first = script("demos.js");
        String late = script("late.js");
        assertTrue(first.startsWith("'use strict';") && late.startsWith("'use strict';"), first + late);
        assertTrue(first.contains("morning") && !first.contains("evening") && !first.contains("comment"), first);
        assertTrue(late.contains("evening") && !late.contains("morning"), late);
        assertFalse((first + late).contains("p_Thing"), first + late);
        assertTrue(first.length() + late.length() < PROGRAM.length() * 2 / 3, first + late);
    }

    @Test
    void classesOfTheirOwnGetScriptsByTheirNames() throws Exception {
        Minifier.run(program, to, OWN, LATE);
        assertEquals(List.of("demos", "late", "night", "star"), Minifier.scripts(to));
        for (String name : List.of("star", "moon")) {
            String place = name.equals("moon") ? "night.js" : "star.js";
            assertTrue(script(place).contains("\"" + name + "\""), script(place));
            assertFalse((script("demos.js") + script("late.js")).contains("\"" + name + "\""), name);
        }
    }

    @Test
    void bothScriptsCallAGlobalByTheSameName() throws Exception {
        Minifier.run(program, to, OWN, LATE);
        Matcher defined = Pattern.compile("(\\w+)=\\(\\)=>\"evening\"").matcher(script("late.js"));
        assertTrue(defined.find(), script("late.js"));
        assertTrue(script("demos.js").contains("," + defined.group(1) + ","), script("demos.js"));
    }

    @Test
    void whatIsNoScriptLeavesTheLastGoodOnes() throws Exception {
        Minifier.run(program, to, OWN, LATE);
        String good = script("demos.js");
        Files.writeString(program, "var a = 1;\nvar b = (;\n");
        PublishException refused = assertThrows(PublishException.class, () -> Minifier.run(program, to, OWN, LATE));
        assertTrue(refused.getMessage().startsWith("program.js:2: "), refused.getMessage());
        assertEquals(good, script("demos.js"));
    }

    @Test
    void whatNamesAScriptIsMarkedByOnePairOfBrackets() {
        String fix = "; write one pair of round brackets around what names the script, like (\\w+)Demo";
        Map<String, String> refused = Map.of(
                "\\w+Demo", "has 0 groups",
                "(\\w+)(Demo)", "has 2 groups",
                "(\\w+Demo", "is no regular expression: Unclosed group");
        refused.forEach((own, problem) -> assertEquals(
                "OWN \"" + own + "\" " + problem + fix,
                assertThrows(PublishException.class, () -> Minifier.run(folder, folder, own, List.of()))
                        .getMessage()));
    }

    @Test
    void aProgramIsCompiledAgainOnlyWhenItOrTheCutHasChanged() throws Exception {
        Minifier.run(program, to, OWN, LATE);
        Files.writeString(to.resolve("late.js"), "kept");
        Minifier.run(program, to, OWN, LATE);
        assertEquals("kept", script("late.js"));
        Minifier.run(program, to, OWN, List.of("Later", "Latest", "night=Moon"));
        assertTrue(script("late.js").contains("evening"));
        Files.writeString(program, PROGRAM.replace("evening", "night"));
        Minifier.run(program, to, OWN, List.of("Later", "Latest", "night=Moon"));
        assertTrue(script("late.js").contains("night"));
    }
}
