package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.figure.AblateFigure;
import io.github.seeingdigits.figure.Exhibit;
import io.github.seeingdigits.figure.Facts;
import io.github.seeingdigits.figure.FigureKind;
import io.github.seeingdigits.figure.HiddenFigure;
import io.github.seeingdigits.figure.HiddenUnits;
import io.github.seeingdigits.figure.Parameters;
import io.github.seeingdigits.figure.ReportFigure;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.figure.UnitFacts;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.Replay;
import io.github.seeingdigits.network.View;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The figures about hidden units, on a network whose numbers can be worked out by hand. */
class HiddenFiguresTest {
    /**
     * Three units that see no pixel, so that they give their biases, 4, −2 and 0.5, to ten outputs. To output 7 unit 0 leads
     * with 1.5, unit 1 with 9, unit 2 with −4; its bias is 1. Hence its score is 1 + 1.5·4 + 0 − 4·0.5 = 5.
     */
    private static Network network() {
        Network network = new Network("dense 784 3, relu 3, dense 3 10", 1, new PlainOps());
        float[] biases = ((Dense) network.layers().get(0)).bias().value.row[0];
        biases[0] = 4;
        biases[1] = -2;
        biases[2] = 0.5f;
        Dense last = (Dense) network.layers().get(2);
        last.weight().value.row[0][7] = 1.5f;
        last.weight().value.row[1][7] = 9;
        last.weight().value.row[2][7] = -4;
        last.bias().value.row[0][7] = 1;
        return network;
    }

    /** Unit 1 is dead. Right of 10,000: 9,300 − 1,001 for each unit off but the dead one. */
    private record Small(Network network, FigureKind kind) implements Exhibit {
        @Override
        public String id() {
            return "small";
        }

        @Override
        public String title() {
            return "Small";
        }

        @Override
        public double accuracy() {
            return 0.93;
        }

        @Override
        public int bytes() {
            return 1;
        }

        @Override
        public Facts facts() {
            List<Object> units = List.of(
                    unit(List.of(4.0, 3.0), List.of(1.0, 0.5), List.of(1.0, 0.5), 0.1429, 0.8299),
                    unit(List.of(0.0, 0.0), List.of(0.0, 0.0), List.of(0.0, 0.0), 0, 0.93),
                    unit(List.of(0.0, 0.1), List.of(0.0, 0.2), List.of(0.0, 0.25), 1, 0.8299));
            return new Excerpt(
                    "small",
                    Map.of("findings", Map.of("units", units), "published", Map.of("test", Map.of("accuracy", 0.93))),
                    kind.facts());
        }

        private static Map<String, Object> unit(
                List<Double> mean, List<Double> deviation, List<Double> active, double selectivity, double without) {
            return Map.of(
                    "mean",
                    mean,
                    "deviation",
                    deviation,
                    "shareActive",
                    active,
                    "selectivity",
                    selectivity,
                    "accuracyWithout",
                    without);
        }

        @Override
        public View view(String name) {
            float[] values = new float[16];
            for (int off = 0; off < 8; off++) {
                int right = 9300 - 1001 * Integer.bitCount(off & 5);
                values[2 * off] = right / 100;
                values[2 * off + 1] = right % 100;
            }
            return new View(new int[] {8, 2}, values);
        }

        @Override
        public Replay replay() {
            throw new IllegalArgumentException("none");
        }
    }

    private static Still still(FigureKind kind, Network network, Map<String, String> parameters) {
        return kind.still(new Small(network, kind), new Drawing(), new Parameters(parameters::get));
    }

    private static Element svg(Still still) {
        return Jsoup.parse(SvgSurface.markup(still, "caption")).expectFirst("svg");
    }

    @Test
    void theSharesAndTheBiasAddUpToTheScore() {
        HiddenUnits units = new HiddenUnits(network());
        units.see(new float[784]);
        assertEquals(6, units.share(0, 7));
        assertEquals(0, units.share(1, 7), "cut off, whatever its weight");
        assertEquals(-2, units.share(2, 7));
        assertEquals(5, units.score(7, 0));
        assertEquals(7, units.score(7, 4), "without unit 2");
        assertEquals(1, units.score(7, 7), "without any, the bias");
        double e = Math.exp(5);
        assertEquals(e / (e + 9), units.probabilities(0)[7], 1e-6);
    }

    @Test
    void everyUnitHasABarForWhatItGivesAndOneForWhatItAdds() {
        Element svg = svg(still(new HiddenFigure(), network(), Map.of()));
        assertEquals(3, svg.select("[data-unit]").size());
        Element first = svg.expectFirst("[data-unit=0]");
        double gives = width(first, 0);
        double adds = width(first, 1);
        assertEquals(gives, adds, 0.2, "4 is the largest activation and 6 the largest share: both are full");
        Element second = svg.expectFirst("[data-unit=1]");
        assertTrue(second.text().contains("dead"), second.text());
        assertTrue(second.text().contains("−2.00") && second.text().contains("0.00"), second.text());
        assertEquals(gives / 2, width(second, 0), 0.2, "−2 beside 4");
        assertEquals("tone-warning", second.expectFirst("rect").className());
        Element third = svg.expectFirst("[data-unit=2]");
        assertEquals(gives / 8, width(third, 0), 0.2, "0.5 beside 4");
        assertEquals(adds / 3, width(third, 1), 0.2, "−2 beside 6");
        assertTrue(x(third, 1) < x(first, 1), "a negative share goes to the left");
        assertTrue(svg.text().contains("sum = score of 7"), svg.text());
        assertTrue(svg.text().endsWith("5.00"), svg.text());
    }

    private static double width(Element unit, int bar) {
        return Double.parseDouble(unit.select("rect:not([fill=none])").get(bar).attr("width"));
    }

    private static double x(Element unit, int bar) {
        return Double.parseDouble(unit.select("rect:not([fill=none])").get(bar).attr("x"));
    }

    @Test
    void theTableOfSharesEndsWithTheirSum() {
        String[][] table = still(new HiddenFigure(), network(), Map.of()).table();
        assertEquals(List.of("1 (dead)", "−2.000", "0.000", "0.000"), List.of(table[2]));
        assertEquals(List.of("Sum", "", "", "5.000"), List.of(table[5]));
        String[][] other =
                still(new HiddenFigure(), network(), Map.of("output", "3")).table();
        assertEquals(List.of("Sum", "", "", "0.000"), List.of(other[5]), "an output that nothing leads to");
    }

    @Test
    void theAccuracyWithoutAUnitIsTheMeasuredOne() {
        Still none = still(new AblateFigure(), network(), Map.of());
        assertEquals(List.of("unit 1 (dead)", "9\u202f300", "93.00\u202f%"), List.of(none.table()[3]));
        assertEquals(List.of("unit 2", "8\u202f299", "82.99\u202f%"), List.of(none.table()[4]));
        Element off = svg(still(new AblateFigure(), network(), Map.of("off", "2")));
        assertTrue(off.text().contains("82.99\u202f%") && off.text().contains("all units 93.00\u202f%"), off.text());
        List<Element> bars = off.select("rect");
        double track = Double.parseDouble(bars.get(0).attr("width"));
        assertEquals(0.93 * track, Double.parseDouble(bars.get(1).attr("width")), 0.1);
        assertEquals(0.8299 * track, Double.parseDouble(bars.get(2).attr("width")), 0.1);
    }

    @Test
    void aReportSaysInWordsWhatWasMeasured() {
        UnitFacts facts = new UnitFacts(new Small(network(), new ReportFigure()).facts(), 3);
        assertEquals(
                "Unit 0 answers most to 0 and 1 (on average 4.0 and 3.0) and is silent for 25\u202f% of digits."
                        + " Without it accuracy falls from 93.0\u202f% to 83.0\u202f%.",
                facts.sentence(0));
        assertEquals(
                "Unit 1 is dead: silent for every test digit. Without it accuracy stays 93.0\u202f%.",
                facts.sentence(1));
    }

    @Test
    void theReportShowsTheChosenUnitsActivationsByDigitAndTheDrawingsOwn() {
        Still still = still(new ReportFigure(), network(), Map.of());
        Element svg = svg(still);
        assertEquals(3, svg.select("[data-unit]").size());
        assertTrue(svg.expectFirst("[data-unit=1]").text().contains("dead"), "unit 1");
        assertTrue(svg.expectFirst("[data-unit=2]").text().contains("83.0\u202f%"), "unit 2");
        assertTrue(svg.text().contains("your drawing 4.0"), svg.text());
        List<Element> dots = svg.select("circle");
        assertEquals(2, dots.size(), "one for each digit");
        double four = Double.parseDouble(dots.get(0).attr("cy"));
        double three = Double.parseDouble(dots.get(1).attr("cy"));
        String[] spread = svg.expectFirst("polyline").attr("points").split("[ ,]+");
        double up = four - Double.parseDouble(spread[3]);
        assertEquals(three - four, Math.abs(up), 0.2, "one deviation of 1 is as long as from mean 3 to mean 4");
        assertEquals("tone-digit-1", dots.get(1).className());
        String[][] table = still.table();
        assertEquals(
                List.of("2", "0.00 ± 0.00", "0.10 ± 0.20", "12.5\u202f%", "1.00", "83.0\u202f%"), List.of(table[3]));
    }

    @Test
    void aModelThatDoesNotFitIsRefused() {
        Network flat = new Network("dense 784 10", 1, new PlainOps());
        String problem = assertThrows(IllegalArgumentException.class, () -> still(new HiddenFigure(), flat, Map.of()))
                .getMessage();
        assertTrue(problem.contains("\"dense 784 10\""), problem);
        Network wide = new Network("dense 784 40, relu 40, dense 40 10", 1, new PlainOps());
        assertThrows(IllegalArgumentException.class, () -> still(new AblateFigure(), wide, Map.of()));
        Network four = new Network("dense 784 4, relu 4, dense 4 10", 1, new PlainOps());
        problem = assertThrows(IllegalArgumentException.class, () -> still(new AblateFigure(), four, Map.of()))
                .getMessage();
        assertTrue(problem.contains("16 sets of units"), problem);
        problem = assertThrows(IllegalArgumentException.class, () -> still(new ReportFigure(), four, Map.of()))
                .getMessage();
        assertTrue(problem.contains("4 hidden units"), problem);
        Network deep = new Network("dense 784 3, dense 3 3, relu 3, dense 3 10", 1, new PlainOps());
        problem = assertThrows(IllegalArgumentException.class, () -> svg(still(new ReportFigure(), deep, Map.of())))
                .getMessage();
        assertTrue(problem.contains("784 pixels"), problem);
        assertThrows(
                IllegalArgumentException.class, () -> still(new HiddenFigure(), network(), Map.of("output", "10")));
    }
}
