package io.github.seeingdigits.figure;

import java.util.List;

/** Test errors on MNIST: those that others published, in the order of the list, and then our own networks', means over their seeds. */
public final class ErrorPoints {
    static final String LITERATURE = "literature";
    private static final String ERROR = "test/error/";

    /** How many there are. */
    public final int size;

    /** How many of them others published: these come first. */
    public final int published;

    private final List<? extends Facts> models;

    /**
     * The points of a figure.
     *
     * @param models what the records say; the first has the list of what was published too
     * @throws IllegalArgumentException if nothing was published
     */
    public ErrorPoints(List<? extends Facts> models) {
        this.models = models;
        published = Math.max(0, models.get(0).size(LITERATURE));
        size = published + models.size();
        if (published == 0) {
            throw new IllegalArgumentException("content/published-errors.json has nothing to show; write it");
        }
    }

    private String text(int i, String name) {
        return models.get(0).text(LITERATURE + "/" + i + "/" + name);
    }

    private Facts own(int i) {
        return models.get(i - published);
    }

    /** In percent: what was published, or the mean over the seeds. */
    public double error(int i) {
        return i < published
                ? models.get(0).number(LITERATURE + "/" + i + "/error")
                : 100 * own(i).number(ERROR + "mean");
    }

    /** Of the best of our seeds, or with {@code worst} of the worst, in percent. */
    double end(int i, boolean worst) {
        return 100 * own(i).number(ERROR + (worst ? "max" : "min"));
    }

    /** When it was published. */
    int year(int i) {
        return (int) models.get(0).number(LITERATURE + "/" + i + "/year");
    }

    /** The method, or what our network is called. */
    String name(int i) {
        return i < published ? text(i, "method") : own(i).text("title");
    }

    /** Where it was published, as an address; empty for our own. */
    public String link(int i) {
        return i < published ? text(i, "link") : "";
    }

    /** Who published it under which title; empty for our own. */
    public String source(int i) {
        return i < published ? text(i, "authors") + " " + year(i) + ", “" + text(i, "title") + "”" : "";
    }

    /** Whether nobody had published less by then. */
    boolean best(int i) {
        for (int k = 0; k < published; k++) {
            if (year(k) <= year(i) && error(k) < error(i)) {
                return false;
            }
        }
        return i < published;
    }

    /** An error with the decimals that it was published with, or two. */
    String percent(int i) {
        double error = error(i);
        return Numbers.fixed(error, error < 10 && Math.abs(10 * error - Math.rint(10 * error)) > 1e-6 ? 2 : 1)
                + "\u202f%";
    }

    /** A point in words. */
    public String words(int i) {
        return i < published
                ? name(i) + ": " + percent(i) + " of the test digits misread."
                : name(i) + ", measured here: " + Numbers.fixed(error(i), 2)
                        + "\u202f% of the test digits misread, mean of "
                        + own(i).size("recipe/seeds") + " seeds, from " + Numbers.fixed(end(i, false), 2) + " to "
                        + Numbers.fixed(end(i, true), 2) + ".";
    }
}
