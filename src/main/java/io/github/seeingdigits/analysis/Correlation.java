package io.github.seeingdigits.analysis;

/** How alike filters are, whatever their strength and offset. */
public final class Correlation {
    private Correlation() {}

    /**
     * Pearson's coefficient, Σ(aᵢ − ā)(bᵢ − b̄) / √(Σ(aᵢ − ā)²·Σ(bᵢ − b̄)²): −1 to 1, and 0 where one of the two does not vary.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double pearson(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "cannot correlate " + a.length + " numbers with " + b.length + "; give as many of both");
        }
        double meanA = mean(a);
        double meanB = mean(b);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa) / Math.sqrt(bb);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }

    /**
     * Puts filters that correlate into one group: two filters share a group if a chain of filters, each correlated above
     * {@code threshold} with the next, leads from one to the other (single linkage).
     *
     * @return for each filter the number of its group, 0, 1, … in the order of first appearance
     */
    public static int[] groups(float[][] filters, double threshold) {
        int[] group = new int[filters.length];
        int groups = 0;
        int[] waiting = new int[filters.length];
        boolean[] placed = new boolean[filters.length];
        for (int first = 0; first < filters.length; first++) {
            if (placed[first]) {
                continue;
            }
            int count = 0;
            waiting[count++] = first;
            placed[first] = true;
            while (count > 0) {
                int one = waiting[--count];
                group[one] = groups;
                for (int other = 0; other < filters.length; other++) {
                    if (!placed[other] && pearson(filters[one], filters[other]) > threshold) {
                        placed[other] = true;
                        waiting[count++] = other;
                    }
                }
            }
            groups++;
        }
        return group;
    }
}
