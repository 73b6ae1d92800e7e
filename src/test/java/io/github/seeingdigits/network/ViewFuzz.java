package io.github.seeingdigits.network;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.seeingdigits.Damage;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What figures draw under the fuzzer, see the profile {@code nightly} in pom.xml. */
class ViewFuzz {
    static Stream<byte[]> seeds() {
        return Stream.of(ViewTest.view().encode(), ViewTest.coarse().encode());
    }

    @MethodSource("seeds")
    @FuzzTest
    void view(byte[] file) {
        ViewTest.DAMAGE.answers(file, "view");
        ViewTest.DAMAGE.answers(Damage.resealed(file), "view with its checksum");
    }
}
