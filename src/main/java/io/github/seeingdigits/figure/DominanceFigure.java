package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import java.util.List;

/**
 * For each digit how often each hidden unit is the most active one, a bar for each unit: trained, and beside it the same network
 * before training, and one trained on shuffled labels. A column of dots has the largest bar of every seed.
 */
public final class DominanceFigure implements FigureKind {
    private static final int DIGITS = 10;
    private static final double WIDTH = 640;
    private static final double LEFT = 24;
    private static final double TOP = 40;
    private static final double ROW = 40;
    private static final double BAR = 32;
    private static final double GAP = 12;
    private static final double DOTS = 12;
    private static final String[] TITLES = {"trained", "untrained", "shuffled labels"};

    @Override
    public String name() {
        return "dominance";
    }

    @Override
    public String purpose() {
        return "See for each digit which hidden unit is the most active one and how often, beside the same for networks that were not"
                + " trained or trained on shuffled labels, and which it is for your drawing.";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public List<String> facts() {
        return List.of(
                DominantUnits.PATH + "trained",
                DominantUnits.PATH + "untrained",
                DominantUnits.PATH + "shuffledLabels",
                "published/seed");
    }

    /** The seed of the network that the page has, counted from 0. */
    public static int published(Facts facts) {
        return (int) facts.number("published/seed") - 1;
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        DominantUnits units = new DominantUnits(exhibit.facts());
        int seed = published(exhibit.facts());
        if (exhibit.network().layers().get(1).outputs() != units.units) {
            throw new IllegalArgumentException(
                    "the figure needs a model whose second layer has the units of findings.dominance, " + units.units);
        }
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return DominanceFigure.height();
            }

            @Override
            public void draw(Surface surface) {
                DominanceFigure.draw(surface, WIDTH, units, seed, -1, -1);
            }

            @Override
            public String[][] table() {
                String[][] table = new String[DIGITS + 1][];
                table[0] = new String[] {
                    "Digit",
                    "Trained: commonest unit",
                    "its share",
                    "Untrained: unit",
                    "its share",
                    "Shuffled labels: unit",
                    "its share"
                };
                for (int digit = 0; digit < DIGITS; digit++) {
                    table[digit + 1] = new String[2 * DominantUnits.KINDS + 1];
                    table[digit + 1][0] = Integer.toString(digit);
                    for (int kind = 0; kind < DominantUnits.KINDS; kind++) {
                        table[digit + 1][2 * kind + 1] = units.named(units.commonest(kind, seed, digit));
                        table[digit + 1][2 * kind + 2] = Numbers.percent(units.top(kind, seed, digit));
                    }
                }
                return table;
            }
        };
    }

    /** The height of {@link #draw}, in CSS pixels. */
    public static double height() {
        return TOP + DIGITS * ROW + 44;
    }

    /** The digit whose row is at a height; −1 for none. */
    public static int at(double y) {
        double row = Math.floor((y - TOP) / ROW);
        return row >= 0 && row < DIGITS ? (int) row : -1;
    }

    /**
     * Draws all of it.
     *
     * @param width in CSS pixels, at least 260
     * @param seed whose bars are shown, from 0
     * @param chosen the digit whose row stands out; −1 for none
     * @param unit the most active one for the current digit; −1 for none
     */
    public static void draw(Surface surface, double width, DominantUnits units, int seed, int chosen, int unit) {
        double panel = (width - LEFT - 2 * GAP) / DominantUnits.KINDS;
        double step = (panel - DOTS) / (units.units + 1);
        double bottom = TOP + DIGITS * ROW;
        if (chosen >= 0) {
            surface.fill(0, TOP + chosen * ROW, width, ROW, Tone.RULE, 0.45);
        }
        for (int kind = 0; kind < DominantUnits.KINDS; kind++) {
            double left = LEFT + kind * (panel + GAP);
            String title = width < 480 && kind == 2 ? "shuffled" : TITLES[kind];
            surface.text(title, left, 14, 14, Align.START, kind == 0 ? Tone.ACCENT : Tone.INK, true);
            if (kind == 0 && unit >= 0) {
                surface.fill(left + unit * step, TOP - 4, step, bottom - TOP + 4, Tone.ACCENT, 0.18);
                surface.text("yours", left + (unit + 0.5) * step, TOP - 8, 12, Align.MIDDLE, Tone.ACCENT, true);
            }
            for (int digit = 0; digit < DIGITS; digit++) {
                double base = TOP + (digit + 1) * ROW - 4;
                surface.beginUnit(10 * kind + digit);
                surface.fill(left, base, panel - DOTS, 1, Tone.RULE, 1);
                int top = units.commonest(kind, seed, digit);
                for (int k = 0; k <= units.units; k++) {
                    double height = BAR * units.share(kind, seed, digit, k);
                    Tone tone = k != top ? Tone.MUTED : kind == 0 ? Tone.ACCENT : Tone.INK;
                    surface.fill(left + k * step + 0.5, base - height, step - 1, height, tone, k == top ? 0.9 : 0.6);
                }
                for (int s = 0; s < units.seeds; s++) {
                    double y = base - BAR * units.top(kind, s, digit);
                    surface.dot(
                            left + panel - DOTS / 2,
                            y,
                            s == seed ? 3 : 2,
                            s == seed ? Tone.INK : Tone.MUTED,
                            s == seed ? 1 : 0.5);
                }
                surface.end();
            }
            for (int k = 0; k <= units.units && step > 12; k++) {
                String name = k == units.units ? "–" : Integer.toString(k);
                surface.text(name, left + (k + 0.5) * step, bottom + 13, 12, Align.MIDDLE, Tone.MUTED, false);
            }
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            surface.text(Integer.toString(digit), 4, TOP + digit * ROW + 26, 16, Align.START, Tone.digit(digit), true);
        }
        surface.text(
                width < 480
                        ? "full height 100\u202f%; last bar: no unit; dots: seeds"
                        : "full height: 100\u202f% of a digit’s images; –: no unit; dots: the largest share for every seed",
                width,
                bottom + 34,
                13,
                Align.END,
                Tone.MUTED,
                false);
    }

    /** One digit in words. */
    public static String words(DominantUnits units, int seed, int digit) {
        StringBuilder text = new StringBuilder("Seed ")
                .append(seed + 1)
                .append(", digit ")
                .append(digit)
                .append(": ");
        for (int kind = 0; kind < DominantUnits.KINDS; kind++) {
            double least = 1;
            double most = 0;
            for (int s = 0; s < units.seeds; s++) {
                least = Math.min(least, units.top(kind, s, digit));
                most = Math.max(most, units.top(kind, s, digit));
            }
            text.append(kind == 0 ? "" : "; ").append(TITLES[kind]).append(", ");
            text.append(units.named(units.commonest(kind, seed, digit))).append(" in ");
            text.append(Numbers.percent(units.top(kind, seed, digit))).append(" of its images (over seeds ");
            text.append(Numbers.fixed(100 * least, 0))
                    .append('–')
                    .append(Numbers.fixed(100 * most, 0))
                    .append(')');
        }
        return text.append('.').toString();
    }

    /** All digits in words. */
    public static String summary(DominantUnits units) {
        return "A digit’s commonest unit has on average " + units.spread(0, "share") + " of its images; untrained "
                + units.spread(1, "share") + ", shuffled " + units.spread(2, "share")
                + ". But digits share units: there are only " + units.distinct(0) + " different ones, untrained "
                + units.distinct(1)
                + ", shuffled " + units.distinct(2) + ". By its dominant unit alone " + units.spread(0, "readOut")
                + " of digits are told; untrained " + units.spread(1, "readOut") + ", shuffled "
                + units.spread(2, "readOut")
                + ". In brackets the least and most of " + units.seeds + " seeds.";
    }

    /** The current digit in words. */
    public static String yours(DominantUnits units, int seed, int unit, int answer) {
        return "For your drawing " + units.named(unit) + " is the most active one, as for "
                + Numbers.percent(units.share(0, seed, answer, unit)) + " of the test images of " + answer
                + ", which the network reads.";
    }
}
