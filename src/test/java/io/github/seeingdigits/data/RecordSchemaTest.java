package io.github.seeingdigits.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordSchemaTest {
    private final ObjectNode record = sample();

    private static ObjectNode sample() {
        ObjectNode record = SampleRecord.of("tiny", "dense 3 2");
        record.withObject("/files").put(ModelFolder.MODEL, "a".repeat(64)).put(ModelFolder.REPLAY, "b".repeat(64));
        return record;
    }

    private String problem() {
        List<String> problems = RecordSchema.problems(record);
        assertEquals(1, problems.size(), "" + problems);
        return problems.get(0);
    }

    @Test
    void aCompleteRecordHasNoProblem() {
        assertEquals(List.of(), RecordSchema.problems(record));
    }

    @Test
    void whateverIsMissingIsNamed() {
        List<String> keys = new ArrayList<>();
        record.fieldNames().forEachRemaining(keys::add);
        for (String key : keys) {
            ObjectNode without = sample();
            without.remove(key);
            List<String> problems = RecordSchema.problems(without);
            assertTrue(problems.stream().anyMatch(p -> p.contains("'" + key + "'")), key + ": " + problems);
        }
    }

    @Test
    void aFractionAboveOneIsRefused() {
        record.withObject("/test/accuracy").put("max", 92.5);
        assertTrue(problem().contains("/test/accuracy/max"), problem());
    }

    @Test
    void aWordInPlaceOfANumberIsRefused() {
        record.withObject("/recipe").put("epochs", "many");
        assertTrue(problem().contains("/recipe/epochs"), problem());
    }

    @Test
    void aValueBelowItsFloorIsRefused() {
        record.withObject("/floors").put("test.accuracy.mean", 0.93);
        assertEquals("test.accuracy.mean is 0.92561, below its floor 0.93", problem());
    }

    @Test
    void aFloorUnderNothingIsRefused() {
        record.withObject("/floors").put("test.acuracy.mean", 0.5);
        assertEquals("test.acuracy.mean is missing, below its floor 0.5", problem());
    }
}
