package io.github.seeingdigits.data;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks as other tools read them under the fuzzer, see the profile {@code nightly} in pom.xml. */
class SafetensorsFuzz {
    static Stream<byte[]> seeds() {
        return Stream.of(SafetensorsTest.example().encode());
    }

    @MethodSource("seeds")
    @FuzzTest
    void safetensors(byte[] file) {
        SafetensorsTest.DAMAGE.answers(file, "safetensors");
    }
}
