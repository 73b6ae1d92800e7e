package io.github.seeingdigits.training;

import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.Sha256;
import io.github.seeingdigits.network.SeededRandom;

/** A made-up data set that is quickly learnt: digit d inks rows 2d and 2d + 1 of the image, under some noise. */
final class TinyDigits {
    private TinyDigits() {}

    static DataSet all() {
        return new DataSet(images(300, 1), images(100, 2));
    }

    static LabelledImages images(int count, int seed) {
        SeededRandom random = new SeededRandom(seed);
        byte[][] pixels = new byte[count][784];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 10;
            for (int k = 0; k < 784; k++) {
                boolean ink = k / 28 / 2 == labels[i];
                pixels[i][k] = (byte) (ink ? 200 + random.nextInt(50) : Math.max(0, random.nextInt(300) - 200));
            }
        }
        return new LabelledImages(
                pixels, labels, Sha256.of(new byte[] {1, (byte) seed}), Sha256.of(new byte[] {2, (byte) seed}));
    }
}
