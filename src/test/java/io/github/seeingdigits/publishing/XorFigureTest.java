package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.seeingdigits.analysis.XorRun;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.figure.XorFigure;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class XorFigureTest {
    private static Still still(Network network) {
        return new SmallExhibit(network, new XorFigure()).still(Map.of());
    }

    private static Network with(String architecture, float... parameters) {
        Network network = new Network(architecture, 1, new PlainOps());
        network.setParameters(parameters);
        return network;
    }

    @Test
    void theSumsOfALinearUnitAreWrittenOut() {
        Network linear = with("dense 2 1", 1, 2, -0.5f);
        String[][] table = still(linear).table();
        assertEquals(
                List.of("(0, 0)", "weights 1.00, 2.00; 0.00 + 0.00 − 0.50 = −0.50", "−0.500", "0"), List.of(table[1]));
        assertEquals(
                List.of("(1, 1)", "weights 1.00, 2.00; 1.00 + 2.00 − 0.50 = 2.50", "2.500", "0"), List.of(table[4]));
        XorRun run = XorFigure.fitting(linear);
        assertEquals("No step of training here: 2 of 4 right, squared error 1.750.", XorFigure.words(run));
        Element svg = SmallExhibit.svg(still(linear));
        assertTrue(!svg.expectFirst("[data-unit=1]").text().contains("wrong"), svg.text());
        assertTrue(svg.expectFirst("[data-unit=2]").text().endsWith("0.50, wrong"), "one half is not above one half");
        assertTrue(svg.expectFirst("[data-unit=3]").text().contains("wrong"), svg.text());
        assertEquals(1, svg.select("image").size());
        assertEquals(SmallExhibit.svg(still(linear)).outerHtml(), svg.outerHtml());
    }

    @Test
    void theQuotientOfAYatUnitIsWrittenOut() {
        // w = (1, −1) and α = 2: for (0, 1) 2 · (−1)² / 5, for (1, 0) 2 · 1² / 1.
        String[][] table = still(with("yat 2 1 alpha learnable", 1, -1, 2)).table();
        assertEquals("w·x = 0.000, ‖w − x‖² + ε = 2.000; 2.00 · (0.000)² ÷ 2.000 = 0.00", table[1][1]);
        assertEquals("w·x = −1.000, ‖w − x‖² + ε = 5.000; 2.00 · (−1.000)² ÷ 5.000 = 0.40", table[2][1]);
        assertEquals("w·x = 1.000, ‖w − x‖² + ε = 1.000; 2.00 · (1.000)² ÷ 1.000 = 2.00", table[3][1]);
    }

    @Test
    void anArticleChoosesWhatLearnsAndTheStillShowsWhatBecomesOfIt() {
        Network trained = with("dense 2 1", 1, 2, -0.5f);
        String[][] table = new SmallExhibit(trained, new XorFigure())
                .still(Map.of("kind", "2"))
                .table();
        for (int i = 1; i <= 4; i++) {
            assertEquals(0.5, Double.parseDouble(table[i][2]), 0.01);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new SmallExhibit(trained, new XorFigure()).still(Map.of("kind", "4")));
    }

    @Test
    void publishedNetworksGiveWhatTheirRecordsSay() {
        for (String[] one : new String[][] {{"xor-relu", "relu"}, {"xor-yat", "published"}}) {
            ModelFolder model = ModelFolder.read(Path.of("models", one[0]));
            int seed = model.record().at("/published/seed").asInt();
            JsonNode outputs = model.record().at("/findings/" + one[1] + "/seeds/" + (seed - 1) + "/outputs");
            String[][] table = still(model.network(1)).table();
            for (int i = 0; i < 4; i++) {
                double gives = Double.parseDouble(table[i + 1][2].replace('−', '-'));
                assertEquals(outputs.get(i).asDouble(), gives, 0.0006, one[0] + " " + i);
            }
        }
    }

    @Test
    void oneLinearUnitComesToRestAtOneHalfEverywhere() {
        // The best that a plane can do: the targets at opposite corners cancel.
        XorRun run = XorFigure.start(1, 5);
        run.train(3000);
        assertEquals(3000, run.steps());
        for (int i = 0; i < 4; i++) {
            assertEquals(0.5, run.output(run.input(i)), 0.01);
        }
        assertEquals(0.25, run.error(), 1e-3);
    }

    @Test
    void theOthersLearnItFromMostStarts() {
        for (int kind : new int[] {0, 2}) {
            int learnt = 0;
            for (int seed = 1; seed <= 20; seed++) {
                XorRun run = XorFigure.start(kind, seed);
                run.train(3000);
                learnt += run.right() == 4 ? 1 : 0;
            }
            assertTrue(learnt >= 6 && learnt < 20, XorFigure.NAMES[kind] + " learnt from " + learnt + " of 20 starts");
        }
    }

    @Test
    void theFirstStepMovesEveryParameterByTheRate() {
        // Adam's first step is the rate times the sign of the gradient.
        XorRun run = XorFigure.fitting(with("dense 2 1", 1, 2, -0.5f));
        run.train(1);
        Network network = run.network();
        assertArrayEquals(new float[] {0.99f}, network.parameters().get(0).value.row[0], 1e-4f);
        assertArrayEquals(new float[] {1.99f}, network.parameters().get(0).value.row[1], 1e-4f);
        assertArrayEquals(new float[] {-0.51f}, network.parameters().get(1).value.row[0], 1e-4f);
    }

    @Test
    void theSameSeedIsTheSameRun() {
        XorRun one = XorFigure.start(0, 7);
        XorRun other = XorFigure.start(0, 7);
        one.train(100);
        other.train(60);
        other.train(40);
        assertEquals(XorFigure.arithmetic(one), XorFigure.arithmetic(other));
        assertTrue(!XorFigure.arithmetic(one).equals(XorFigure.arithmetic(XorFigure.start(0, 8))), "another seed");
    }

    @Test
    void aModelOfAnotherShapeIsRefused() {
        Network wide = new Network("dense 3 1", 1, new PlainOps());
        String problem =
                assertThrows(IllegalArgumentException.class, () -> still(wide)).getMessage();
        assertTrue(problem.contains("\"dense 3 1\""), problem);
    }
}
