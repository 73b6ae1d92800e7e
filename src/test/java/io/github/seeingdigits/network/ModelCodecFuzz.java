package io.github.seeingdigits.network;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.seeingdigits.Damage;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks as pages read them under the fuzzer, see the profile {@code nightly} in pom.xml. */
class ModelCodecFuzz {
    static Stream<byte[]> seeds() {
        return Stream.of(ModelCodec.encode(ModelCodecTest.network()));
    }

    @MethodSource("seeds")
    @FuzzTest
    void model(byte[] file) {
        ModelCodecTest.DAMAGE.answers(file, "model");
        ModelCodecTest.DAMAGE.answers(Damage.resealed(file), "model with its checksum");
    }
}
