package io.github.seeingdigits.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private final Parameters parameters =
            new Parameters(Map.of("show", "ink", "layer", "2", "huge", "99999999999", "word", "two")::get);

    @Test
    void whatIsNotSaidHasItsUsualValue() {
        assertEquals("weights", parameters.choice("view", "weights", "ink"));
        assertEquals(4, parameters.whole("unit", 0, 9, 4));
        assertEquals("x", parameters.text("name", "x"));
    }

    @Test
    void whatIsSaidIsRead() {
        assertEquals("ink", parameters.choice("show", "weights", "ink"));
        assertEquals(2, parameters.whole("layer", 0, 2, 0));
    }

    @Test
    void whatDoesNotFitIsNamedWithWhatWould() {
        assertEquals(
                "parameter show=\"ink\" should be one of: weights, sum",
                assertThrows(IllegalArgumentException.class, () -> parameters.choice("show", "weights", "sum"))
                        .getMessage());
        for (String name : new String[] {"layer", "huge", "word"}) {
            String message = assertThrows(IllegalArgumentException.class, () -> parameters.whole(name, 0, 1, 0))
                    .getMessage();
            assertEquals(true, message.endsWith("should be a whole number from 0 to 1"), message);
        }
    }
}
