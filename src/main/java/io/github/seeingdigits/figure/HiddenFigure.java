package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import java.util.List;

/**
 * Each hidden unit's number for the drawing, and how the shares of all units add up to one output's score. What a unit gives
 * below zero is drawn hollow in the warning tone: the rectifier cuts it off.
 */
public final class HiddenFigure implements FigureKind {
    /** The same for every number of units, so that a page can keep the room. In CSS pixels. */
    public static final double HEIGHT = 440;

    private static final double WIDTH = 640;
    private static final double TOP = 34;
    private static final double NAME = 50;
    private static final double VALUE = 46;
    private static final double GAP = 12;

    @Override
    public String name() {
        return "hidden";
    }

    @Override
    public String purpose() {
        return "See what each hidden unit gives for the drawing, and how their shares add up to a digit's score.";
    }

    @Override
    public List<String> parameters() {
        return List.of("output");
    }

    @Override
    public List<String> facts() {
        return HiddenUnits.facts();
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        HiddenUnits units = new HiddenUnits(exhibit.network());
        boolean[] dead = units.dead(exhibit.facts());
        float[] ink = Ink.of(sample);
        int answer = Network.argmax(exhibit.network().predict(ink));
        int output = parameters.whole("output", 0, units.outputs - 1, answer);
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return HEIGHT;
            }

            @Override
            public void draw(Surface surface) {
                units.see(ink);
                HiddenFigure.draw(surface, WIDTH, units, dead, output);
            }

            @Override
            public String[][] table() {
                units.see(ink);
                return HiddenFigure.table(units, dead, output);
            }
        };
    }

    /**
     * Draws all of it.
     *
     * @param width in CSS pixels, at least 280
     * @param units after {@link HiddenUnits#see}
     * @param dead see {@link HiddenUnits#dead}
     * @param output the output whose score is taken apart
     */
    public static void draw(Surface surface, double width, HiddenUnits units, boolean[] dead, int output) {
        double bar = (width - NAME - 2 * VALUE - GAP) / 2;
        double right = NAME + bar + VALUE + GAP;
        double row = (HEIGHT - TOP) / (units.units + 2);
        double widest = 1e-6;
        double largest = Math.max(1e-6, Math.abs(units.bias(output)));
        for (int k = 0; k < units.units; k++) {
            widest = Math.max(widest, Math.abs(units.before(k)));
            largest = Math.max(largest, Math.abs(units.share(k, output)));
        }
        double score = units.score(output, 0);
        largest = Math.max(largest, Math.abs(score));
        surface.text("Unit", 0, 18, 13, Align.START, Tone.MUTED, false);
        surface.text("gives (cut at 0)", NAME, 18, 13, Align.START, Tone.MUTED, false);
        surface.text("adds to the score of " + output, width, 18, 13, Align.END, Tone.digit(output), true);
        for (int k = 0; k < units.units; k++) {
            double y = TOP + k * row;
            boolean on = units.after(k) > 0;
            surface.beginUnit(k);
            surface.text(Integer.toString(k), 2, y + row / 2 + 5, 15, Align.START, on ? Tone.INK : Tone.MUTED, on);
            if (dead[k]) {
                surface.text("dead", 15, y + row / 2 + 5, 12, Align.START, Tone.WARNING, true);
            }
            bar(surface, NAME, y, row, bar, units.before(k) / widest, on ? Tone.ACCENT : Tone.WARNING, on);
            value(surface, NAME + bar + VALUE, y, row, units.before(k), on ? Tone.INK : Tone.WARNING, false);
            double share = units.share(k, output);
            if (on) {
                bar(surface, right, y, row, bar, share / largest, share < 0 ? Tone.WARNING : Tone.ACCENT, true);
            }
            value(surface, width, y, row, share, share < 0 ? Tone.WARNING : on ? Tone.INK : Tone.MUTED, false);
            surface.end();
        }
        double y = TOP + units.units * row;
        double bias = units.bias(output);
        surface.text("bias", right - GAP, y + row / 2 + 5, 13, Align.END, Tone.MUTED, false);
        bar(surface, right, y, row, bar, bias / largest, bias < 0 ? Tone.WARNING : Tone.ACCENT, true);
        value(surface, width, y, row, bias, bias < 0 ? Tone.WARNING : Tone.INK, false);
        y += row;
        surface.fill(right, y, width - right, 1, Tone.INK, 1);
        surface.text("sum = score of " + output, right - GAP, y + row / 2 + 5, 14, Align.END, Tone.INK, true);
        bar(surface, right, y, row, bar, score / largest, Tone.INK, true);
        value(surface, width, y, row, score, Tone.INK, true);
        surface.fill(NAME + bar / 2, TOP, 1, units.units * row, Tone.MUTED, 1);
        surface.fill(right + bar / 2, TOP, 1, HEIGHT - TOP, Tone.MUTED, 1);
    }

    /** A bar from the middle of its column, to the left where {@code part}, −1 to 1, is negative. */
    private static void bar(
            Surface surface, double x, double y, double row, double width, double part, Tone tone, boolean solid) {
        double length = Math.abs(part) * width / 2;
        double from = x + width / 2 - (part < 0 ? length : 0);
        double height = Math.min(18, row - 8);
        double top = y + (row - height) / 2;
        surface.fill(from, top, length, height, tone, solid ? 1 : 0.25);
        if (!solid && length > 2) {
            surface.frame(from, top, length, height, tone);
        }
    }

    private static void value(
            Surface surface, double x, double y, double row, double value, Tone tone, boolean strong) {
        surface.text(Numbers.fixed(value, 2), x, y + row / 2 + 5, 13, Align.END, tone, strong);
    }

    /** The picture in a sentence. */
    public static String words(HiddenUnits units, boolean[] dead, int output) {
        StringBuilder text = new StringBuilder("Score of ").append(output).append(": bias ");
        text.append(Numbers.fixed(units.bias(output), 2));
        for (int k = 0; k < units.units; k++) {
            text.append(", unit ").append(k).append(dead[k] ? " (dead) adds " : " adds ");
            text.append(Numbers.fixed(units.share(k, output), 2));
        }
        return text.append(", in all ")
                .append(Numbers.fixed(units.score(output, 0), 2))
                .append('.')
                .toString();
    }

    private static String[][] table(HiddenUnits units, boolean[] dead, int output) {
        String[][] table = new String[units.units + 3][];
        table[0] =
                new String[] {"Unit", "Before the ReLU", "Activation", "Weight × activation, to the score of " + output
                };
        for (int k = 0; k < units.units; k++) {
            table[k + 1] = new String[] {
                k + (dead[k] ? " (dead)" : ""),
                Numbers.fixed(units.before(k), 3),
                Numbers.fixed(units.after(k), 3),
                Numbers.fixed(units.share(k, output), 3)
            };
        }
        table[units.units + 1] = new String[] {"Bias", "", "", Numbers.fixed(units.bias(output), 3)};
        table[units.units + 2] = new String[] {"Sum", "", "", Numbers.fixed(units.score(output, 0), 3)};
        return table;
    }
}
