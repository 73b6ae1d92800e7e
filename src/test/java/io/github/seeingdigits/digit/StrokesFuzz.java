package io.github.seeingdigits.digit;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Drawings in addresses and in the storage of a visit under the fuzzer, see the profile {@code nightly} in pom.xml. */
class StrokesFuzz {
    static Stream<byte[]> seeds() {
        return Stream.of(
                "310,250~70,500,-20;5,6".getBytes(StandardCharsets.ISO_8859_1),
                ("p" + "09af".repeat(392)).getBytes(StandardCharsets.ISO_8859_1));
    }

    @MethodSource("seeds")
    @FuzzTest
    void strokes(byte[] text) {
        DrawingTest.DAMAGE.answers(text, "strokes");
    }
}
