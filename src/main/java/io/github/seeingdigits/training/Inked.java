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
    /** Entries in 64 bytes. */
    private static final int CACHE_LINE = 16;

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

    /**
     * Brings the images {@code order[from]} to before {@code order[to]} into the processor's cache. They lie scattered in
     * memory; asked for together they arrive together, which is twice as fast as one after the other.
     *
     * @return a number of no use; whoever keeps it keeps the reading from being optimised away
     */
    int fetch(int[] order, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            int end = start[order[i] + 1];
            for (int e = start[order[i]]; e < end; e += CACHE_LINE) {
                sum += entry[e];
            }
        }
        return sum;
    }
}
