package io.github.seeingdigits;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house: which room may look into which, and what the browser's rooms must not contain. */
class HouseTest {
    private static final String HOUSE = "io.github.seeingdigits";
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("demos"));
    private static final List<String> BROWSER_ROOMS = List.of("network", "digit", "analysis", "figure", "demos");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE);

    private static String room(String name) {
        return HOUSE + "." + name + "..";
    }

    /** Class by class, because the language itself adds packages (java.lang.invoke for lambdas) that are no libraries. */
    private static void roomSees(String room, String... others) {
        List<String> allowed = new ArrayList<>(List.of(
                room(room), "java.lang", "java.lang.invoke", "java.lang.runtime", "java.util", "java.util.function"));
        for (String other : others) {
            allowed.add(other.contains(".") ? other : room(other));
        }
        classes()
                .that()
                .resideInAPackage(room(room))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void networkSeesNothingButItself() {
        roomSees("network");
        noClasses()
                .that()
                .resideInAPackage(room("network"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.function")
                .check(CLASSES);
    }

    @Test
    void digitSeesNetwork() {
        roomSees("digit", "network");
    }

    @Test
    void analysisSeesNetworkAndDigit() {
        roomSees("analysis", "network", "digit");
    }

    @Test
    void figureSeesNetworkDigitAndAnalysis() {
        roomSees("figure", "network", "digit", "analysis");
    }

    @Test
    void demosSeeTheBrowsersRoomsAndTheBrowser() {
        roomSees("demos", "network", "digit", "analysis", "figure", "org.teavm.jso..");
    }

    /** Except the one that TeaVM runs while it compiles. */
    @Test
    void nothingOutsideDemosSeesDemosOrTeaVm() {
        noClasses()
                .that()
                .resideOutsideOfPackage(room("demos"))
                .and()
                .doNotHaveSimpleName("Concatenation")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(room("demos"), "org.teavm..")
                .check(CLASSES);
    }

    @Test
    void trainingAndPublishingMeetOnlyThroughData() {
        noClasses()
                .that()
                .resideInAPackage(room("training"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(room("publishing"))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(room("publishing"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(room("training"))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(room("data"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(room("training"), room("publishing"))
                .check(CLASSES);
    }

    @Test
    void theBrowsersRoomsUseNothingThatMakesTheScriptLargeOrSlow() {
        assertEquals(
                List.of(),
                linesOfTheBrowsersRooms(
                        "String\\.format|\\.formatted\\(|\\.split\\(|\\.matches\\(|replaceAll\\(|java\\.time|java\\.util\\.regex"
                                + "|for \\(long |Collectors\\.|EnumMap|Math\\.fma"));
    }

    /** Arrays of Java have that name for their numbers in what TeaVM writes, and the build takes it away. */
    @Test
    void whatJavaScriptCallsDataIsNamedInBrackets() {
        assertEquals(List.of(), linesOfTheBrowsersRooms("\\.data\\b|\\.(get|set)Data\\("));
    }

    private static List<String> linesOfTheBrowsersRooms(String pattern) {
        Pattern banned = Pattern.compile(pattern);
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            if (inBrowser(file)) {
                List<String> lines = lines(file);
                for (int i = 0; i < lines.size(); i++) {
                    String line = lines.get(i).strip();
                    if (!line.startsWith("*")
                            && !line.startsWith("/")
                            && banned.matcher(line).find()) {
                        found.add(file + ":" + (i + 1) + ": " + line);
                    }
                }
            }
        }
        return found;
    }

    /** By any folder on the way, so that a room's inner rooms are searched too. */
    private static boolean inBrowser(Path file) {
        for (Path folder : file.getParent()) {
            if (BROWSER_ROOMS.contains(folder.toString())) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyPackageSaysWhatLivesThere() {
        List<String> silent = new ArrayList<>();
        for (Path file : sources()) {
            Path info = file.resolveSibling("package-info.java");
            if (!Files.exists(info) || !String.join("\n", lines(info)).contains("/**")) {
                silent.add(file.getParent().toString());
            }
        }
        assertEquals(List.of(), silent);
    }

    @Test
    void noFileIsLongerThanFourHundredLines() {
        List<Path> all = sources();
        assertTrue(all.size() > 20, "found only " + all);
        List<String> tooLong = new ArrayList<>();
        for (Path file : all) {
            if (lines(file).size() > 400) {
                tooLong.add(file + ": " + lines(file).size());
            }
        }
        assertEquals(List.of(), tooLong);
    }

    /** A tag can be moved to other code; a commit cannot. */
    @Test
    void workflowsUseActionsByCommitAndMayOnlyReadUnlessTheyDeploy() throws IOException {
        List<Path> workflows;
        try (Stream<Path> folder = Files.list(Path.of(".github/workflows"))) {
            workflows = folder.toList();
        }
        int actions = 0;
        for (Path workflow : workflows) {
            String job = "";
            for (String line : lines(workflow)) {
                if (line.matches("  [a-z]+:")) {
                    job = line.strip();
                }
                if (line.contains("uses:")) {
                    actions++;
                    assertTrue(
                            line.matches(".*uses: [\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"),
                            workflow + ": " + line);
                }
                assertTrue(
                        !line.matches(".*: write") || job.equals("deploy:"),
                        workflow + ": " + job + " may write: " + line);
            }
            assertTrue(lines(workflow).contains("  contents: read"), workflow + " does not begin with the least");
        }
        assertTrue(actions >= 6, "actions: " + actions);
    }

    private static List<Path> sources() {
        List<Path> files = new ArrayList<>();
        for (Path root : SOURCES) {
            try (Stream<Path> walk = Files.walk(root)) {
                walk.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
