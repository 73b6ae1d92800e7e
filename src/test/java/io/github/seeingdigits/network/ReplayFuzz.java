package io.github.seeingdigits.network;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.seeingdigits.Damage;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Snapshots of training under the fuzzer, see the profile {@code nightly} in pom.xml. */
class ReplayFuzz {
    static Stream<byte[]> seeds() {
        return Stream.of(ReplayTest.replay().encode());
    }

    @MethodSource("seeds")
    @FuzzTest
    void replay(byte[] file) {
        ReplayTest.DAMAGE.answers(file, "replay");
        ReplayTest.DAMAGE.answers(Damage.resealed(file), "replay with its checksum");
    }
}
