package io.github.seeingdigits.figure;

import io.github.seeingdigits.network.View;

/** Which test images were misread, and by which of several networks, as a record and its view {@code misread} have it. */
public final class MisreadTable {
    private static final String MISREAD = "findings/misread/";

    private final Facts facts;
    private final float[] values;

    /** How many networks were asked. */
    public final int networks;

    /**
     * The table of a record.
     *
     * @param view images × (hundreds and rest of the image's place, label, answers)
     * @throws IllegalArgumentException if the record or the view is of another kind
     */
    public MisreadTable(Facts facts, View view) {
        this.facts = facts;
        networks = facts.size(MISREAD + "networks");
        int[] shape = view.shape();
        if (networks < 1 || shape.length != 2 || shape[1] != networks + 3) {
            throw new IllegalArgumentException("the figure needs a model with a view \"misread\" of three columns"
                    + " and one for each of the networks in findings.misread");
        }
        values = view.values();
    }

    private int row(int image) {
        int row = values.length - networks - 3;
        while (row >= 0 && values[row] * 100 + values[row + 1] != image) {
            row -= networks + 3;
        }
        return row;
    }

    /** The label of an image; −1 if no network misread it. */
    public int label(int image) {
        int row = row(image);
        return row < 0 ? -1 : (int) values[row + 2];
    }

    /** How many networks misread an image. */
    public int count(int image) {
        int row = row(image);
        int count = 0;
        for (int n = 0; row >= 0 && n < networks; n++) {
            count += values[row + 3 + n] == values[row + 2] ? 0 : 1;
        }
        return count;
    }

    /** How many images there are that {@code count} networks misread. */
    public int images(int count) {
        return (int) facts.number(MISREAD + "imagesByNetworks/" + count);
    }

    /** What the networks read of an image that is an example of {@code label}, in words. */
    public String words(int image, int label) {
        int row = row(image);
        StringBuilder text =
                new StringBuilder("Test image ").append(image).append(", ").append(Verdict.named(label));
        if (row < 0) {
            return text.append(": all ")
                    .append(networks)
                    .append(" networks read it rightly.")
                    .toString();
        }
        text.append(": ").append(count(image)).append(" of ").append(networks).append(" networks misread it.");
        for (int answer = 0; answer < 10; answer++) {
            boolean first = true;
            for (int n = 0; n < networks; n++) {
                if (values[row + 3 + n] == answer) {
                    text.append(first ? " Read as " + answer + " by " : ", ");
                    text.append(facts.text(MISREAD + "networks/" + n + "/id"));
                    first = false;
                }
            }
            text.append(first ? "" : ".");
        }
        return text.toString();
    }
}
