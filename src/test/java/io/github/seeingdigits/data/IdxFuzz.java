package io.github.seeingdigits.data;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of images and labels under the fuzzer, see the profile {@code nightly} in pom.xml. */
class IdxFuzz {
    static Stream<byte[]> seeds() {
        return Stream.of(TinyMnist.labelFile(1, 2, 3, 9), TinyMnist.imageFile(1));
    }

    @MethodSource("seeds")
    @FuzzTest
    void idx(byte[] file) {
        IdxTest.LABELS.answers(file, "labels");
        IdxTest.IMAGES.answers(file, "images");
    }
}
