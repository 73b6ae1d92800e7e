package io.github.seeingdigits.data;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.seeingdigits.Damage;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Records under the fuzzer, see the profile {@code nightly} in pom.xml. */
class RecordFuzz {
    private static final Damage RECORD = ModelFolderTest.damage(ModelFolderTest.tiny());

    static Stream<byte[]> seeds() {
        return Stream.of(
                ModelFolder.readRecord(ModelFolderTest.tiny()).toString().getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void record(byte[] file) {
        RECORD.answers(file, "record");
    }
}
