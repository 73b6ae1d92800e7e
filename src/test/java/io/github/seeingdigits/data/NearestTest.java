package io.github.seeingdigits.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("softmax-10", "hidden-32", "small-cnn");

    @Test
    void aSlipOfTheFingerIsUnderstood() {
        assertEquals(Optional.of("softmax-10"), Nearest.to("sofmax10", KNOWN));
        assertEquals(Optional.of("hidden-32"), Nearest.to("hidden-23", KNOWN));
    }

    @Test
    void somethingElseAltogetherGetsNoSuggestion() {
        assertEquals(Optional.empty(), Nearest.to("qwertyuiop", KNOWN));
        assertEquals(Optional.empty(), Nearest.to("a", List.of()));
    }
}
