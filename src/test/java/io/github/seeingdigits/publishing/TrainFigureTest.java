package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.analysis.LearningCurve;
import io.github.seeingdigits.figure.TrainFigure;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainFigureTest {
    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void start() throws Exception {
        project = new Project(folder);
    }

    private Document baked(String figure) throws Exception {
        project.article("Text.\n\n" + figure + "\n");
        project.bake();
        return Jsoup.parse(project.page("softmax.html"));
    }

    /** Without the heading. */
    private static List<Element> rows(Document page) {
        List<Element> rows = page.select("figure[data-demo=train] tr");
        return rows.subList(1, rows.size());
    }

    private static double number(Element row, int cell) {
        return Double.parseDouble(row.child(cell).text().replace("\u202f%", ""));
    }

    @Test
    void theStillIsARunWhoseNumbersAreInItsTable() throws Exception {
        Document page = baked("![Takeaway.](demo:train)");
        List<Element> rows = rows(page);
        assertEquals(11, rows.size());
        assertEquals("0", rows.get(0).child(0).text());
        assertEquals("200", rows.get(10).child(0).text());
        assertEquals(Math.log(10), number(rows.get(0), 1), 0.1);
        for (int i = 1; i < rows.size(); i++) {
            assertTrue(number(rows.get(i), 1) < number(rows.get(i - 1), 1), "the loss falls on: " + rows.get(i));
        }
        // Of 800 drawings and of 200 that it has not seen.
        assertTrue(
                number(rows.get(10), 2) > 90 && number(rows.get(10), 4) > 85,
                rows.get(10).text());
        assertTrue(
                number(rows.get(10), 3) > 1.15 * number(rows.get(10), 1),
                "others are harder: " + rows.get(10).text());
        Element svg = page.selectFirst("figure[data-demo=train] svg");
        assertTrue(svg.text().contains("loss (nats)") && svg.text().contains("read correctly"), svg.text());
        assertTrue(svg.text().contains("drawn by itself"), "it says what it was trained on");
        assertEquals(2, svg.select("text:contains(steps)").size());
    }

    @Test
    void theStillIsTheSameEveryTimeAndFollowsItsParameters() throws Exception {
        String first = baked("![Takeaway.](demo:train)").select("figure").outerHtml();
        assertEquals(first, baked("![Takeaway.](demo:train)").select("figure").outerHtml());
        Document slow = baked("![Takeaway.](demo:train){rate=0.001 batch=8 start=zero seed=5}");
        Element last = rows(slow).get(10);
        assertTrue(number(last, 1) > 1.5, "a small rate hardly learns: " + last.text());
        assertEquals("2.303", rows(slow).get(0).child(1).text(), "from zeros the loss is ln 10");
    }

    @Test
    void whatCannotBeTrainedIsRefusedWithTheWordThatIsWrong() throws Exception {
        project.article("![Takeaway.](demo:train){rate=0.2}\n");
        String problem = project.failure();
        assertTrue(problem.contains("rate=\"0.2\"") && problem.contains("one of: 0.001, "), problem);
        project.article("![Takeaway.](demo:train){seed=10000}\n");
        problem = project.failure();
        assertTrue(problem.contains("seed=\"10000\"") && problem.contains("0 to 9999"), problem);
        project.model("wide", "dense 784 40");
        project.article("![Takeaway.](demo:train){model=wide}\n");
        problem = project.failure();
        assertTrue(problem.contains("ten digits") && problem.contains("\"dense 784 40\""), problem);
        project.model("many", "dense 784 20, relu 20, dense 20 10");
        project.article("![Takeaway.](demo:train){model=many}\n");
        problem = project.failure();
        assertTrue(problem.contains("at most 10 filters"), problem);
    }

    @Test
    void wordsSayHowTheRunStands() {
        LearningCurve curve = new LearningCurve();
        assertEquals("Step 0: the filters are as the seed has filled them.", TrainFigure.words(curve, null));
        curve = new LearningCurve(new float[] {40, 0.5f, 0.85f, 0.75f, 0.8f});
        assertEquals(
                "Step 40: loss 0.500 on digits learnt from, 0.750 on those kept back. Right: 85.0\u202f% and 80.0\u202f%."
                        + " Your drawing: 1, 90\u202f%.",
                TrainFigure.words(curve, new float[] {0.1f, 0.9f}));
        for (float lost : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            String words = TrainFigure.words(new LearningCurve(new float[] {7, lost, 0, lost, 0}), null);
            assertEquals("Step 7: the weights have outgrown all numbers. Choose a lower rate.", words);
        }
    }
}
