package io.github.seeingdigits.network;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that an address brings under the fuzzer, see the profile {@code nightly} in pom.xml. */
class AddressFuzz {
    static Stream<byte[]> seeds() {
        return Stream.of(
                "-123456789".getBytes(StandardCharsets.ISO_8859_1), "12.345e-12".getBytes(StandardCharsets.ISO_8859_1));
    }

    @MethodSource("seeds")
    @FuzzTest
    void address(byte[] word) {
        DecimalTest.DAMAGE.answers(word, "word");
    }
}
