package io.github.seeingdigits.training;

import io.github.seeingdigits.data.LabelledImages;
import java.util.Arrays;

/**
 * Images as lists of their inked pixels. Found once, because every image is shown many times and looking for its ink would
 * take as long as a third of the arithmetic. Nothing changes, so all threads may share it.
 *
 * @param entry for every inked pixel its index times 256 plus its value 1 to 255, ascending, image after image
 * @param start image i has the entries {@code start[i]} to before {@code start[i + 1]}
 */
record Inked(LabelledImages images, int[] entry, int[] start) {
    /** Looks for the ink in all of {@code images}. */
    static Inked of(LabelledImages images) {
        int[] entry = new int[images.size() * 160];
        int[] start = new int[images.size() + 1];
        int at = 0;
        for (int i = 0; i < images.size(); i++) {
            byte[] image = images.pixels()[i];
            if (entry.length - at < image.length) {
                entry = Arrays.copyOf(entry, entry.length + entry.length / 2 + image.length);
            }
            for (int k = 0; k < image.length; k++) {
                // Written always and kept only if not zero: a branch here would be mispredicted all the time.
                entry[at] = k << 8 | image[k] & 0xFF;
                at += image[k] != 0 ? 1 : 0;
            }
            start[i + 1] = at;
        }
        return new Inked(images, Arrays.copyOf(entry, at), start);
    }
}
