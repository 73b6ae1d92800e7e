package io.github.seeingdigits.data;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.seeingdigits.Damage;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Compressed files under the fuzzer, see the profile {@code nightly} in pom.xml. */
class GzipFuzz {
    private static final Damage GZIP = MnistTest.gzip();

    static Stream<byte[]> seeds() {
        return Stream.of(
                TinyMnist.gzip(TinyMnist.labelFile(1, 2, 3, 4, 5, 6, 7, 8, 9, 0)), TinyMnist.gzip(new byte[1 << 16]));
    }

    @MethodSource("seeds")
    @FuzzTest
    void gzip(byte[] file) {
        GZIP.answers(file, "gzip");
    }
}
