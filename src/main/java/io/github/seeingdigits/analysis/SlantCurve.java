package io.github.seeingdigits.analysis;

/** What was measured on many images as a function of their {@link Slant}: at each slant the mean over the images that lean about so. */
public final class SlantCurve {
    /** Images count if their slant is at most so far away. */
    public static final double REACH = 0.1;

    private final float[] table;
    private final int columns;

    /**
     * A table of images, row by row.
     *
     * @param table in each row the slant and then what was measured
     * @param columns how many numbers a row has
     */
    public SlantCurve(float[] table, int columns) {
        this.table = table;
        this.columns = columns;
    }

    /** How many images lean about so. */
    public int count(double slant) {
        int count = 0;
        for (int at = 0; at < table.length; at += columns) {
            count += Math.abs(table[at] - slant) <= REACH ? 1 : 0;
        }
        return count;
    }

    /** The mean of a column, from 1, over the images that lean about so; not a number if there are none. */
    public double mean(int column, double slant) {
        double sum = 0;
        for (int at = 0; at < table.length; at += columns) {
            sum += Math.abs(table[at] - slant) <= REACH ? table[at + column] : 0;
        }
        return sum / count(slant);
    }
}
