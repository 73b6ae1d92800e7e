package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class FigureWriterTest extends ProjectTest {
    private Document page(String markdown) throws Exception {
        project.article(markdown);
        project.bake();
        return Jsoup.parse(project.page("softmax.html"));
    }

    private void fails(String markdown, String message) throws IOException {
        project.article("Text.\n\n" + markdown);
        assertEquals("content/softmax.md:11: " + message, project.failure());
    }

    @Test
    void aFigureShowsItsPictureCaptionAndNumbers() throws Exception {
        Element figure =
                page("![Ten *filters*, one per digit.](demo:filters)\n").expectFirst("figure.demo");
        assertEquals("filters", figure.attr("data-demo"));
        assertEquals("softmax-10", figure.attr("data-model"));
        assertEquals(
                "Ten <em>filters</em>, one per digit.",
                figure.expectFirst("figcaption").html());
        assertEquals(10, figure.select("svg [data-unit]").size());
        assertEquals(11, figure.select("tr").size());
        assertEquals("filters-caption", figure.expectFirst("svg").attr("aria-labelledby"));
    }

    @Test
    void aFigureNamesItsModelAndReplayByContent() throws Exception {
        Element figure = page("![F.](demo:filters)\n").expectFirst("figure.demo");
        assertTrue(figure.attr("data-src").matches("assets/models/softmax-10\\.[0-9a-f]{8}\\.bin"));
        assertTrue(figure.attr("data-replay").matches("assets/models/softmax-10\\.replay\\.[0-9a-f]{8}\\.bin"));
        assertTrue(project.site().containsKey(figure.attr("data-src")));
    }

    @Test
    void theSameFigureTwiceHasTwoIds() throws Exception {
        Document page = page("![A.](demo:filters)\n\n![B.](demo:filters)\n\n![C.](demo:draw)\n");
        assertEquals(
                java.util.List.of("filters", "filters-2", "draw"),
                page.select("figure").eachAttr("id"));
    }

    @Test
    void aFigureMayNameItsModelAndDigit() throws Exception {
        project.model("other");
        project.write(
                "content/strokes.json",
                "{\"digits\": [{\"label\": 3, \"strokes\": \"1,2,3,4\"}, {\"label\": 7, \"strokes\": \"9,9,8,8\"}]}");
        Element figure = page("![F.](demo:draw){model=other digit=7}\n").expectFirst("figure");
        assertEquals("other", figure.attr("data-model"));
        assertEquals("7", figure.attr("data-digit"));
        assertEquals("2.52,2.52 2.24,2.24", figure.expectFirst("polyline").attr("points"));
    }

    @Test
    void aComparisonShowsAllNetworksThatReadDigitsThePagesOwnFirst() throws Exception {
        project.model("another");
        project.model("tiny", "dense 2 1");
        project.model("zoom", "dense 784 10, dense 10 10");
        Element figure = page("![F.](demo:networks)\n").expectFirst("figure");
        assertEquals(
                java.util.List.of("softmax-10", "another", "zoom"),
                figure.select("[data-network]").eachAttr("data-network"));
        assertEquals(4, figure.select("tr").size());
        assertTrue(
                project.site().containsKey(figure.select("[data-network=zoom]").attr("data-src")));
    }

    @Test
    void aComparisonMayNameItsNetworksInOrder() throws Exception {
        project.model("another");
        Element figure =
                page("![F.](demo:networks){models=\"another softmax-10\"}\n").expectFirst("figure");
        assertEquals("softmax-10", figure.attr("data-model"));
        assertEquals(
                java.util.List.of("another", "softmax-10"),
                figure.select("[data-network]").eachAttr("data-network"));
    }

    @Test
    void aComparisonOfWhatDoesNotExistOrReadsNoDigitsFails() throws Exception {
        project.model("tiny", "dense 2 1");
        fails(
                "![F.](demo:networks){models=\"softmax-10 softmax-11\"}\n",
                "unknown model \"softmax-11\" (did you mean \"softmax-10\"?)");
        fails(
                "![F.](demo:networks){models=tiny}\n",
                "figure \"networks\": model \"tiny\" has 2 inputs and 1 outputs; name models that read 784 pixels as one of ten digits");
    }

    @Test
    @Fault("Content: unknown figure")
    void anUnknownFigureFailsTheBakeNamingFileAndLine() throws Exception {
        fails("![F.](demo:filtres)\n", "unknown figure \"filtres\" (did you mean \"filters\"?)");
    }

    @Test
    void anUnknownModelFails() throws Exception {
        fails("![F.](demo:filters){model=softmax-11}\n", "unknown model \"softmax-11\" (did you mean \"softmax-10\"?)");
    }

    @Test
    @Fault("Content: unknown parameter")
    void anUnknownParameterFails() throws Exception {
        fails(
                "![F.](demo:filters){digt=3}\n",
                "figure \"filters\": unknown parameter \"digt\" (did you mean \"digit\"?)");
    }

    @Test
    void aFigureWithoutModelFails() throws Exception {
        project.write(
                "content/page.md",
                Project.HEADER.replace("model: softmax-10\n", "").replace("type: article", "type: page")
                        + "![F.](demo:filters)\n");
        assertEquals(
                "content/page.md:8: figure \"filters\" has no model; add {model=…} after it or \"model: …\" to the front"
                        + " matter",
                project.failure());
    }

    @Test
    void aDigitOutsideTheTenFails() throws Exception {
        fails("![F.](demo:draw){digit=10}\n", "digit \"10\" should be one of 0 to 9");
    }

    @Test
    void aDigitNobodyDrewFails() throws Exception {
        fails("![F.](demo:draw){digit=4}\n", "there is no drawing of digit 4 in content/strokes.json; add one");
    }

    @Test
    @Fault("Content: missing alternative text")
    void aFigureWithoutTextFails() throws Exception {
        fails(
                "![](demo:draw)\n",
                "figure \"demo:draw\" has no text; write its takeaway in the brackets: ![…](demo:draw)");
    }

    @Test
    void aFigureAmongOtherTextFails() throws Exception {
        String message = "figure \"demo:draw\" needs a paragraph of its own; put a blank line around it";
        fails("See ![D.](demo:draw)\n", message);
        fails("![D.](demo:draw) here\n", message);
        fails("*![D.](demo:draw)*\n", message);
    }

    @Test
    void malformedBracesFail() throws Exception {
        fails("![D.](demo:draw){digit}\n", "cannot read {digit}; write it like {model=softmax-10 digit=7}");
        fails("![D.](demo:draw){digit=3 digit=4}\n", "\"digit\" stands twice in {digit=3 digit=4}");
    }

    @Test
    void damagedStrokesFail() throws Exception {
        project.write("content/strokes.json", "{\"digits\": [{\"label\": 3, \"strokes\": \"1,2,x\"}]}");
        assertTrue(project.failure().startsWith("content/strokes.json: digits[0].strokes cannot be read; expected"));
        project.write("content/strokes.json", "{\"digits\": [{\"lable\": 3, \"strokes\": \"1,2\"}]}");
        assertEquals(
                "content/strokes.json: digits[0]: unknown key \"lable\" (did you mean \"label\"?)", project.failure());
        project.write("content/strokes.json", "{\"digits\": [{\"label\": 10, \"strokes\": \"1,2\"}]}");
        assertEquals(
                "content/strokes.json: digits[0].label is 10; expected a whole number from 0 to 9", project.failure());
    }

    @Test
    void aDamagedModelFailsNamingItsFile() throws Exception {
        project.write("models/softmax-10/model.safetensors", new byte[40]);
        assertTrue(project.failure().startsWith("models/softmax-10/model.safetensors: "), project.failure());
    }

    @Test
    void aModelWithoutReplayFailsNamingTheFile() throws Exception {
        java.nio.file.Files.delete(root.resolve("models/softmax-10/replay.bin"));
        assertTrue(project.failure().startsWith("models/softmax-10/replay.bin: not found"), project.failure());
    }
}
