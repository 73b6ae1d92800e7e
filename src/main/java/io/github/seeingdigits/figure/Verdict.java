package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.Certainty;
import io.github.seeingdigits.analysis.InkShape;
import io.github.seeingdigits.analysis.Vote;

/** Answers in words: as sure as the network is, with the runners-up, and saying so when the drawing can be no digit. */
public final class Verdict {
    private Verdict() {}

    /**
     * What one network says of a drawing.
     *
     * @param probabilities one for each digit
     */
    public static String of(InkShape shape, float[] probabilities) {
        int[] ranked = Certainty.ranked(probabilities, 3);
        String first = candidate(ranked[0], probabilities);
        String second = candidate(ranked[1], probabilities);
        String third = candidate(ranked[2], probabilities);
        if (shape != InkShape.POSSIBLE) {
            return doubt(shape) + " If it must be one: " + first + ", then " + second + " or " + third + ".";
        }
        return switch (Certainty.of(probabilities)) {
            case SURE -> "Surely " + first + ". Far behind: " + second + ", " + third + ".";
            case PROBABLY -> "Probably " + first + ", or else " + second + " or " + third + ".";
            case UNSURE -> "Not sure. Perhaps " + first + ", " + second + " or " + third + ".";
        };
    }

    private static String doubt(InkShape shape) {
        return switch (shape) {
            case TOO_LITTLE -> "Too little ink for a digit.";
            case TOO_MUCH -> "Too much ink for a digit.";
            case TOO_FLAT -> "Too flat for a digit.";
            default -> "Nothing is drawn.";
        };
    }

    private static String candidate(int digit, float[] probabilities) {
        return named(digit) + " (" + Numbers.percent(probabilities[digit]) + ")";
    }

    /** The digit with its article: {@code a 7}, {@code an 8}. */
    public static String named(int digit) {
        return (digit == 8 ? "an " : "a ") + digit;
    }

    /** What several networks say together. */
    public static String of(Vote vote) {
        if (vote.voters() == 0) {
            return "Draw a digit, and they all answer.";
        }
        if (vote.votes() == vote.voters()) {
            return (vote.voters() == 1 ? "It reads " : "All " + vote.voters() + " read ") + named(vote.digit()) + ".";
        }
        return vote.votes() + " of " + vote.voters() + " read " + named(vote.digit()) + "; they do not agree.";
    }
}
