package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final Map<String, Object> RECORD = Map.of(
            "title",
            "Ten filters",
            "seeds",
            List.of(Map.of("seed", 1, "error", 0.123456789), Map.of("seed", 2, "error", 1e-7 / 3)),
            "findings",
            Map.of("adam-0.01", Map.of("counts", List.of(3, 0, 4)), "sgd", 1));

    private static Excerpt excerpt(String... paths) {
        return new Excerpt("m", RECORD, List.of(paths));
    }

    @Test
    void whatWasAskedForIsFoundWithAllBelowIt() {
        Excerpt excerpt = excerpt("title", "seeds", "findings/adam-0.01");
        assertEquals("Ten filters", excerpt.text("title"));
        assertEquals(2, excerpt.size("seeds"));
        assertEquals(2, excerpt.number("seeds/1/seed"));
        assertArrayEquals(new double[] {3, 0, 4}, excerpt.numbers("findings/adam-0.01/counts"));
        assertArrayEquals(new String[] {"adam-0.01"}, excerpt.names("findings"));
    }

    @Test
    void numbersHaveSixSignificantDigitsHereAndInThePage() {
        assertEquals(0.123457, excerpt("seeds").number("seeds/0/error"));
        assertEquals("{\"m\":{\"findings\":{\"sgd\":1}}}", Excerpt.json(Map.of("m", excerpt("findings/sgd"))));
        String json = Excerpt.json(Map.of("m", excerpt("seeds")));
        assertTrue(json.contains("\"error\":0.123457"), json);
        assertTrue(json.contains("\"error\":0.0000000333333"), json);
    }

    @Test
    void whatWasNotAskedForOrIsNotThereFailsByItsPath() {
        assertEquals(
                "the record of \"m\" has no number at seeds/0/error that this figure may read",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> excerpt("title").number("seeds/0/error"))
                        .getMessage());
        Excerpt excerpt = excerpt("seeds", "nothing/here");
        assertEquals(-1, excerpt.size("nothing"));
        assertEquals(0, excerpt.names("seeds/7").length);
        assertThrows(IllegalArgumentException.class, () -> excerpt.number("seeds/2/seed"));
        assertThrows(IllegalArgumentException.class, () -> excerpt.number("seeds/x"));
        assertThrows(IllegalArgumentException.class, () -> excerpt.text("seeds/0/error"));
        assertTrue(excerpt("nothing").isEmpty());
    }
}
