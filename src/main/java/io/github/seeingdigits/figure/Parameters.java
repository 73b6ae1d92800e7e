package io.github.seeingdigits.figure;

import io.github.seeingdigits.network.Decimal;

/** What an article says of a figure in braces: {@code {layer=2 show=ink}}. Read alike when the site is built and in the page. */
public final class Parameters {
    /** Where the words come from. */
    public interface Source {
        /** The words after {@code name=}, or null. */
        String get(String name);
    }

    private final Source source;

    /** Parameters as {@code source} has them. */
    public Parameters(Source source) {
        this.source = source;
    }

    /** The words after {@code name=}, or {@code otherwise} where there are none. */
    public String text(String name, String otherwise) {
        String given = source.get(name);
        return given == null ? otherwise : given;
    }

    /**
     * One of {@code allowed}, the first where nothing is said.
     *
     * @throws IllegalArgumentException for any other word
     */
    public String choice(String name, String... allowed) {
        String given = text(name, allowed[0]);
        for (String one : allowed) {
            if (one.equals(given)) {
                return one;
            }
        }
        throw new IllegalArgumentException(
                "parameter " + name + "=\"" + given + "\" should be one of: " + String.join(", ", allowed));
    }

    /**
     * A whole number from {@code least} to {@code most}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public int whole(String name, int least, int most, int otherwise) {
        String given = source.get(name);
        if (given == null) {
            return otherwise;
        }
        try {
            int value = Decimal.whole(given);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, with the words that were found.
        }
        throw new IllegalArgumentException(
                "parameter " + name + "=\"" + given + "\" should be a whole number from " + least + " to " + most);
    }
}
