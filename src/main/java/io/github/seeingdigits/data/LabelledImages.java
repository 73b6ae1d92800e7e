package io.github.seeingdigits.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Images with the digit that each shows.
 *
 * @param pixels n arrays of unsigned bytes, row by row, 0 is paper and 255 is ink; 784 each for MNIST
 * @param labels n digits
 * @param imagesSha256 of the uncompressed image file, in hexadecimal
 * @param labelsSha256 of the uncompressed label file, in hexadecimal
 */
public record LabelledImages(byte[][] pixels, int[] labels, String imagesSha256, String labelsSha256) {
    /** @throws DataException if there are not as many labels as images */
    public LabelledImages {
        if (pixels.length != labels.length) {
            throw new DataException("found " + pixels.length + " images but " + labels.length
                    + " labels, expected as many of one as of the other. Fetch both again with ./train --fetch");
        }
    }

    /** How many images there are. */
    public int size() {
        return pixels.length;
    }

    /** These images and then {@code more}; checksums stay those of the files that these came from. */
    public LabelledImages and(LabelledImages more) {
        byte[][] images = Arrays.copyOf(pixels, size() + more.size());
        System.arraycopy(more.pixels, 0, images, size(), more.size());
        int[] all = Arrays.copyOf(labels, size() + more.size());
        System.arraycopy(more.labels, 0, all, size(), more.size());
        return new LabelledImages(images, all, imagesSha256, labelsSha256);
    }

    /** Only the images with a label below {@code classes}, in the same order; checksums stay those of the whole files. */
    LabelledImages first(int classes) {
        int[] kept = IntStream.range(0, size()).filter(i -> labels[i] < classes).toArray();
        if (kept.length == size()) {
            return this;
        }
        byte[][] images = new byte[kept.length][];
        for (int i = 0; i < kept.length; i++) {
            images[i] = pixels[kept[i]];
        }
        int[] left = IntStream.of(kept).map(i -> labels[i]).toArray();
        return new LabelledImages(images, left, imagesSha256, labelsSha256);
    }
}
