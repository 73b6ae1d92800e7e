package io.github.seeingdigits.figure;

import java.util.ArrayList;
import java.util.List;

/** Training runs that differ only in their seed, as a record has them: one recipe of one model. */
public final class Runs {
    /** A run whose test error is above this has not learned. */
    public static final double COLLAPSED = 0.1;

    /** More are not shown. */
    private static final int MOST = 30;

    /** The recipes that are shown, as records name them, the model's own first, and what is special about them. */
    private static final String[][] RECIPES = {
        {"own", ""},
        {"single-softmax", "softmax once"},
        {"he", "He’s start"},
        {"orthogonal", "orthogonal start"},
        {"identity", "identity start"},
        {"bias", "biases of 1"},
        {"identity-bias", "identity and biases of 1"},
        {"leaky", "leaky ReLU"}
    };

    /** What is trained, in words. */
    public final String title;

    /** How many runs there are. */
    public final int size;

    private final Facts facts;
    private final String path;

    private Runs(String title, Facts facts, String path) {
        this.title = title;
        this.facts = facts;
        this.path = path;
        this.size = Math.min(MOST, Math.max(0, facts.size(path + "seeds")));
    }

    private static String path(int recipe) {
        return recipe == 0 ? "" : "variants/" + RECIPES[recipe][0] + "/";
    }

    /** The parts of a record that are read. */
    static List<String> facts() {
        List<String> all = new ArrayList<>();
        all.add("title");
        for (int recipe = 0; recipe < RECIPES.length; recipe++) {
            for (int k = 0; k < MOST; k++) {
                String run = path(recipe) + "seeds/" + k;
                all.add(run + "/seed");
                all.add(run + "/train/accuracy");
                all.add(run + "/test/accuracy");
                all.add(run + "/testAccuracyByEpoch");
            }
        }
        return all;
    }

    /**
     * All recipes of the models that have more than one run, one after the other.
     *
     * @param models what their records say
     * @param recipes names between spaces; empty for all
     */
    public static List<Runs> of(List<? extends Facts> models, String recipes) {
        List<Runs> all = new ArrayList<>();
        String names = ' ' + recipes + ' ';
        for (Facts facts : models) {
            for (int recipe = 0; recipe < RECIPES.length; recipe++) {
                String words = RECIPES[recipe][1];
                Runs runs = new Runs(facts.text("title") + (words.isEmpty() ? "" : ", " + words), facts, path(recipe));
                if (runs.size > 1 && (recipes.isEmpty() || names.contains(' ' + RECIPES[recipe][0] + ' '))) {
                    all.add(runs);
                }
            }
        }
        return all;
    }

    private double number(int k, String name) {
        return facts.number(path + "seeds/" + k + name);
    }

    /** The part of the test digits that run {@code k} misread in the end. */
    public double error(int k) {
        return 1 - number(k, "/test/accuracy");
    }

    /** How many runs collapsed. */
    public int collapsed() {
        int count = 0;
        for (int k = 0; k < size; k++) {
            count += error(k) > COLLAPSED ? 1 : 0;
        }
        return count;
    }

    /** Run {@code k} in a sentence or two. */
    public String words(int k) {
        StringBuilder text = new StringBuilder(title).append(", seed ").append(Numbers.fixed(number(k, "/seed"), 0));
        text.append(": ").append(percent(error(k))).append(" of test digits misread, ");
        text.append(percent(1 - number(k, "/train/accuracy"))).append(" of training digits.");
        double[] epochs = facts.numbers(path + "seeds/" + k + "/testAccuracyByEpoch");
        text.append(" Test error after each epoch: ");
        for (int i = 0; i < epochs.length && i < 5; i++) {
            text.append(i == 0 ? "" : ", ").append(percent(1 - epochs[i]));
        }
        return text.append(epochs.length > 5 ? ", …" : ".").toString();
    }

    /** A small share of one with the decimals that it needs. */
    static String percent(double share) {
        return Numbers.fixed(100 * share, share < 0.01 ? 2 : 1) + "\u202f%";
    }
}
