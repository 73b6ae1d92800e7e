package io.github.seeingdigits.publishing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What articles say about themselves under the fuzzer, see the profile {@code nightly} in pom.xml. */
class FrontMatterFuzz {
    static Stream<byte[]> seeds() {
        return Stream.of(Project.HEADER.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void frontMatter(byte[] file) {
        DamagedSourcesTest.FRONT_MATTER.answers(file, "front matter");
    }
}
