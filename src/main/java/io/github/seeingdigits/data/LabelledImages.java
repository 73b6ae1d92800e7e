package io.github.seeingdigits.data;

/**
 * Images with the digit that each shows.
 *
 * @param pixels n arrays of 784 unsigned bytes, row by row, 0 is paper and 255 is ink
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
}
