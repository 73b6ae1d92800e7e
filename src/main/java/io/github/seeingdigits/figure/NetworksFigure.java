package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.Vote;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import java.util.List;

/** Several networks that read the same drawing; those that differ from most stand out. */
public final class NetworksFigure implements ComparisonKind {
    private static final double WIDTH = 640;
    private static final double TOP = 34;
    private static final double ROW = 58;
    private static final double TEXT = 52;
    private static final double BAR = 170;
    private static final double BAR_AT = WIDTH - BAR - 56;

    @Override
    public String name() {
        return "networks";
    }

    @Override
    public String purpose() {
        return "Ask several networks at once, and see where they differ.";
    }

    @Override
    public Still still(List<Exhibit> networks, Drawing sample, Parameters parameters) {
        int[] answers = new int[networks.size()];
        float[] shares = new float[networks.size()];
        float[] ink = Ink.of(sample);
        for (int i = 0; i < answers.length; i++) {
            float[] probabilities = networks.get(i).network().predict(ink);
            answers[i] = Network.argmax(probabilities);
            shares[i] = probabilities[answers[i]];
        }
        Vote vote = Vote.of(answers, shares);
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return TOP + networks.size() * ROW;
            }

            @Override
            public void draw(Surface surface) {
                surface.text(Verdict.of(vote), 0, 18, 15, Align.START, Tone.INK, true);
                for (int i = 0; i < answers.length; i++) {
                    row(surface, TOP + i * ROW, networks.get(i), answers[i], shares[i], answers[i] != vote.digit());
                }
            }

            @Override
            public String[][] table() {
                String[][] table = new String[answers.length + 1][];
                table[0] = new String[] {"Network", "Reads", "Probability", "Test digits right", "Size"};
                for (int i = 0; i < answers.length; i++) {
                    Exhibit network = networks.get(i);
                    table[i + 1] = new String[] {
                        network.title(),
                        Integer.toString(answers[i]),
                        Numbers.percent(shares[i]),
                        accuracy(network),
                        size(network)
                    };
                }
                return table;
            }
        };
    }

    private static void row(Surface surface, double y, Exhibit network, int answer, float share, boolean differs) {
        Tone tone = differs ? Tone.ACCENT : Tone.INK;
        surface.fill(0, y, WIDTH, 1, Tone.RULE, 1);
        surface.text(Integer.toString(answer), 4, y + 42, 36, Align.START, tone, true);
        surface.text(network.title(), TEXT, y + 26, 15, Align.START, Tone.INK, true);
        surface.text(
                accuracy(network) + " of test digits · " + size(network),
                TEXT,
                y + 45,
                13,
                Align.START,
                Tone.MUTED,
                false);
        surface.fill(BAR_AT, y + 23, BAR, 10, Tone.RULE, 0.5);
        surface.fill(BAR_AT, y + 23, BAR * share, 10, differs ? Tone.ACCENT : Tone.MUTED, 1);
        surface.text(Numbers.percent(share), WIDTH, y + 33, 14, Align.END, tone, differs);
        if (differs) {
            surface.text("differs", BAR_AT, y + 50, 13, Align.START, tone, true);
        }
    }

    private static String accuracy(Exhibit network) {
        return Numbers.fixed(100 * network.accuracy(), 1) + "\u202f%";
    }

    private static String size(Exhibit network) {
        return Numbers.fixed(network.bytes() / 1000.0, 0) + "\u202fKB";
    }
}
