package io.github.seeingdigits.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    @Test
    void distancesCountSingleSlips() {
        assertEquals(0, Spelling.distance("mean", "mean"));
        assertEquals(1, Spelling.distance("acuracy", "accuracy"));
        assertEquals(1, Spelling.distance("maen", "mean"), "a swap is one slip");
        assertEquals(3, Spelling.distance("", "abc"));
        assertEquals(3, Spelling.distance("kitten", "sitting"));
    }

    @Test
    void aNearNameIsSuggested() {
        assertEquals(
                "unknown figure \"Filter\" (did you mean \"filters\"?)",
                Spelling.unknown("figure", "Filter", List.of("draw", "filters")));
    }

    @Test
    void withoutANearNameAllAreListed() {
        assertEquals("(known: draw, filters)", Spelling.hint("zzzzzz", List.of("filters", "draw")));
        assertEquals("(there are none)", Spelling.hint("x", List.of()));
    }
}
