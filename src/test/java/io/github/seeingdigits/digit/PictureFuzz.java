package io.github.seeingdigits.digit;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures that readers choose under the fuzzer, see the profile {@code nightly} in pom.xml. */
class PictureFuzz {
    /** A digit on paper, and its negative. */
    static Stream<byte[]> seeds() {
        SyntheticPhoto photo =
                new SyntheticPhoto(48, 48, 0.85, 1).write(Drawing.decode("300,200,700,200,400,800"), 8, 8, 32, 3, 0.1);
        byte[] picture = new byte[2 + photo.picture.ink.length];
        byte[] negative = picture.clone();
        for (int p = 0; p < photo.picture.ink.length; p++) {
            picture[2 + p] = (byte) Math.round(255 * photo.picture.ink[p]);
            negative[2 + p] = (byte) ~picture[2 + p];
        }
        for (byte[] one : new byte[][] {picture, negative}) {
            one[0] = 24;
            one[1] = 24;
        }
        return Stream.of(picture, negative);
    }

    @MethodSource("seeds")
    @FuzzTest
    void picture(byte[] picture) {
        PhotoInkTest.DAMAGE.answers(picture, "picture");
    }
}
