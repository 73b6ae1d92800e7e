package io.github.seeingdigits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/**
 * Every fault of {@code faults.txt} is proven by a test that claims it with {@link Fault}, or says why there is none, and
 * {@code docs/faults.md} says the same. The list has a line for each fault, under the stage where it strikes: its name, a
 * colon, and what the product does then, or {@value #IMPOSSIBLE} and the reason, or {@value #UNPROVEN} and the reason.
 */
class FaultsTest {
    private static final Path LIST = Path.of("src/test/resources/faults.txt");
    private static final Path PAGE = Path.of("docs/faults.md");
    private static final String IMPOSSIBLE = "cannot happen, because ";
    private static final String UNPROVEN = "not proven yet: ";
    private static final String WRITE = "mvn test -Dtest=FaultsTest -Dfaults.write=true";

    /** What the product does, by stage and fault; both as {@code Stage: fault}, in the order of the list. */
    private static final Map<String, String> FAULTS = new LinkedHashMap<>();

    /** The tests that claim a fault, as {@code Class.method}. */
    private static final Map<String, Set<String>> CLAIMS = new LinkedHashMap<>();

    private static final List<String> problems = new ArrayList<>();

    @BeforeAll
    static void readListAndTests() throws IOException {
        String stage = "";
        for (String line : Files.readAllLines(LIST)) {
            int colon = line.indexOf(": ");
            if (line.startsWith("# ")) {
                stage = line.substring(2);
            } else if (colon > 0) {
                String fault = stage + ": " + line.substring(0, colon);
                if (FAULTS.put(fault, line.substring(colon + 2)) != null) {
                    problems.add(LIST + " has \"" + fault + "\" twice; remove one");
                }
            } else if (!line.isEmpty()) {
                problems.add(LIST + ": expected \"fault: what the product does\", found \"" + line + "\"");
            }
        }
        for (JavaClass test : new ClassFileImporter().importPath(Path.of("target/test-classes"))) {
            for (JavaMethod method : test.getMethods()) {
                method.tryGetAnnotationOfType(Fault.class).ifPresent(fault -> claim(method, fault));
                method.tryGetAnnotationOfType(Fault.All.class).ifPresent(all -> {
                    for (Fault fault : all.value()) {
                        claim(method, fault);
                    }
                });
            }
        }
    }

    private static void claim(JavaMethod method, Fault fault) {
        String name = method.getOwner().getSimpleName() + "." + method.getName();
        if (!FAULTS.containsKey(fault.value())) {
            problems.add(name + " claims \"" + fault.value() + "\", which " + LIST + " does not have; correct one");
        }
        if (!method.isMetaAnnotatedWith(Testable.class)) {
            problems.add(name + " claims \"" + fault.value() + "\", but is no test");
        }
        CLAIMS.computeIfAbsent(fault.value(), none -> new TreeSet<>()).add(name);
    }

    private static boolean hasReason(String behaviour) {
        return behaviour.startsWith(IMPOSSIBLE) || behaviour.startsWith(UNPROVEN);
    }

    @Test
    void everyFaultHasATestOrAReason() {
        List<String> all = new ArrayList<>(problems);
        FAULTS.forEach((fault, behaviour) -> {
            Set<String> tests = CLAIMS.getOrDefault(fault, Set.of());
            if (tests.isEmpty() && !hasReason(behaviour)) {
                all.add("no test claims @Fault(\"" + fault + "\"); write one, or a reason in " + LIST);
            }
            if (!tests.isEmpty() && hasReason(behaviour)) {
                all.add("\"" + fault + "\" is proven by " + tests + "; say in " + LIST + " what the product does");
            }
        });
        assertEquals(List.of(), all);
        assertTrue(FAULTS.size() > 100, "faults: " + FAULTS.size());
    }

    @Test
    void everyFaultInTheBrowserIsLookedAtInFirefoxToo() {
        List<String> never = FAULTS.keySet().stream()
                .filter(fault -> fault.startsWith("Browser: "))
                .filter(fault ->
                        CLAIMS.getOrDefault(fault, Set.of()).stream().noneMatch(test -> test.startsWith("Firefox")))
                .toList();
        assertEquals(List.of(), never);
    }

    @Test
    void thePageOfFaultsSaysWhatListAndTestsSay() throws IOException {
        String page = page();
        if (Boolean.getBoolean("faults.write")) {
            Files.writeString(PAGE, page);
        }
        String found = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        assertEquals(page, found, PAGE + " is not that of list and tests; write it with " + WRITE);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Faults

                What can go wrong, what then happens, and the test that proves it. Made from `src/test/resources/faults.txt` and the
                `@Fault` annotations of the tests by `%s`; not to be edited by hand.
                """.formatted(WRITE));
        String stage = "";
        for (Map.Entry<String, String> fault : FAULTS.entrySet()) {
            int colon = fault.getKey().indexOf(": ");
            String here = fault.getKey().substring(0, colon);
            if (!here.equals(stage)) {
                stage = here;
                page.append("\n## ").append(stage).append("\n\n| Fault | What happens | Test |\n|---|---|---|\n");
            }
            String tests = String.join("`<br>`", CLAIMS.getOrDefault(fault.getKey(), Set.of()));
            page.append("| ")
                    .append(fault.getKey().substring(colon + 2))
                    .append(" | ")
                    .append(fault.getValue())
                    .append(" | ")
                    .append(tests.isEmpty() ? "" : "`" + tests + "`")
                    .append(" |\n");
        }
        return page.toString();
    }
}
