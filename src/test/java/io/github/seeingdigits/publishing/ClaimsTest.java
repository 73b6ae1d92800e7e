package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsTest {
    private static final String GOOD =
            "{\"claims\": [{\"id\": \"A3\", \"group\": \"Notes\", \"claim\": \"Ten reach 92.\", \"source\": \"a tutorial\", "
                    + "\"verdict\": \"holds\", \"run\": \"[=record['x'].seeds] runs.\", \"result\": \"[=record['x'].mean?string('0.0')].\", "
                    + "\"check\": \"record['x'].mean > 0.9\", \"link\": \"softmax.md\"}]}";

    @TempDir
    Path root;

    private List<Map<String, Object>> read(String text, double mean) throws IOException {
        Files.createDirectories(root.resolve("content"));
        Files.writeString(root.resolve(Claims.FILE), text);
        StrictHash record = new StrictHash("record", Map.of("x", Map.of("mean", mean, "seeds", 5)));
        StrictHash none = new StrictHash("none", Map.of());
        return Claims.read(root, new Interpolation(record, none, none));
    }

    private String problem(String before, String after) {
        assertTrue(GOOD.contains(before), before);
        return assertThrows(PublishException.class, () -> read(GOOD.replace(before, after), 0.92))
                .getMessage();
    }

    @Test
    void numbersComeFromRecords() throws IOException {
        Map<String, Object> claim = read(GOOD, 0.92).get(0);
        assertEquals("0.9.", claim.get("result"));
        assertEquals("5 runs.", claim.get("run"));
    }

    @Test
    void aVerdictThatTheRecordsNoLongerBearOutFailsTheBake() {
        String message =
                assertThrows(PublishException.class, () -> read(GOOD, 0.89)).getMessage();
        assertEquals(
                "content/claims.json, A3: the verdict \"holds\" rests on record['x'].mean > 0.9, which the records no longer meet; "
                        + "look at them again",
                message);
    }

    @Test
    void whatIsWrongIsNamedByItsPlace() {
        String start = "content/claims.json: ";
        assertEquals(start + "claims[0].group is missing; give it some words", problem("Notes", " "));
        assertTrue(problem("\"verdict\": \"holds\"", "\"verdict\": \"hold\"").contains("unknown verdict \"hold\""));
        assertTrue(problem("\"group\"", "\"groups\"").contains("did you mean \"group\""));
        assertTrue(problem("mean?string", "meen?string").startsWith("content/claims.json, A3:1: unknown value"));
        assertEquals(
                start + "the id \"A3\" stands twice; rename one",
                problem("}]}", "}, " + GOOD.substring(GOOD.indexOf("[{") + 1)));
    }

    /** Thirty-five published claims were collected before any experiment was made. */
    @Test
    void everyClaimIsMetAndNearlyAllVerdictsRestOnACondition() throws IOException {
        List<?> claims =
                (List<?>) Json.object(Path.of(Claims.FILE), Claims.FILE).get("claims");
        Set<String> ids = new TreeSet<>();
        claims.forEach(claim -> ids.add(((Map<?, ?>) claim).get("id").toString()));
        Set<String> expected = new TreeSet<>();
        Map.of("N", 7, "I", 7, "A", 5, "U", 3, "L", 13).forEach((group, count) -> {
            for (int i = 1; i <= count; i++) {
                expected.add(group + i);
            }
        });
        assertEquals(expected, ids);
        assertTrue(claims.stream()
                        .filter(claim -> ((Map<?, ?>) claim).containsKey("check"))
                        .count()
                >= 28);
    }
}
