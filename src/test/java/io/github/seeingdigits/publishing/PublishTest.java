package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import io.github.seeingdigits.network.ModelCodec;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.Replay;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class PublishTest extends ProjectTest {
    private String onlyName(Map<String, String> site, String pattern) {
        return site.keySet().stream()
                .filter(name -> name.matches(pattern))
                .reduce((a, b) -> a + " and " + b)
                .orElseThrow();
    }

    @Test
    void aProjectBecomesASite() throws Exception {
        String report = project.bake();
        Map<String, String> site = project.site();
        assertEquals("", site.get(".nojekyll"));
        assertTrue(site.get("softmax.html").contains("<h2 id=\"first\">"));
        assertTrue(site.get("index.html").contains("<a href=\"softmax.html\">Softmax</a>: Ten weighted sums. (1 min)"));
        assertTrue(site.get("softmax.html").contains("<time datetime=\"2026-01-05\">5 January 2026</time>"));
        assertTrue(
                report.matches(
                        "404.html: \\d+ KB compressed\\Rindex.html: \\d+ KB compressed\\Rsoftmax.html: \\d+ KB compressed\\R"),
                report);
    }

    @Test
    @Fault("Every stage: same sources on another day, locale, time zone or file order")
    void theSameSourcesGiveTheSameBytesAnywhere() throws Exception {
        project.article(
                "[=1234567.5] [=record[\"softmax-10\"].test.error.mean?string(\"0.00\")]\n\n![F.](demo:filters)\n");
        project.bake();
        Map<String, String> first = project.site();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Honolulu"));
            project.bake();
            assertEquals("Pacific/Honolulu", TimeZone.getDefault().getID(), "left as it was");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertEquals(first, project.site());
    }

    @Test
    @Fault("Bake: page deleted from content")
    void aPageDeletedFromTheSourcesDisappears() throws Exception {
        project.write("content/extra.md", Project.HEADER + "Text.\n");
        project.bake();
        assertTrue(project.site().containsKey("extra.html"));
        Files.delete(root.resolve("content/extra.md"));
        project.bake();
        assertFalse(project.site().containsKey("extra.html"));
    }

    @Test
    @Fault("Every stage: bake fails")
    void aFailedBakeLeavesTheOldSiteUntouched() throws Exception {
        project.bake();
        Map<String, String> before = project.site();
        project.article("[dead](nowhere.md)\n");
        project.failure();
        assertEquals(before, project.site());
        try (var children = Files.list(root)) {
            assertTrue(children.noneMatch(path -> path.getFileName().toString().startsWith("site.")));
        }
    }

    @Test
    @Fault("Bake: template throws")
    void aTemplateThatThrowsFailsTheBakeNamingItsLine() throws Exception {
        project.write("templates/article.ftl", "<h1>x</h1>\n${content.titel}\n");
        assertEquals(
                "templates/article.ftl:2: there is no value content.titel (a name that does not exist, an index past the"
                        + " end of a list, or a null)",
                project.failure());
    }

    @Test
    @Fault("Bake: template throws")
    void aTemplateThatDoesNotParseFailsTheBakeNamingItsLine() throws Exception {
        project.write("templates/article.ftl", "<h1>x</h1>\n<#if>\n");
        assertTrue(project.failure().startsWith("templates/article.ftl:2: "), project.failure());
    }

    @Test
    void aPageListsTwelveArticlesAroundItsOwnHoweverManyThereAre() {
        List<Map<String, Object>> articles = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            articles.add(Map.of("uri", i + ".html"));
        }
        Map<String, List<Map<String, Object>>> near = Publish.near(articles);
        assertEquals(articles.subList(0, 12), near.get(""));
        assertEquals(articles.subList(0, 12), near.get("0.html"));
        assertEquals(articles.subList(9, 21), near.get("15.html"));
        assertEquals(articles.subList(18, 30), near.get("29.html"));
        assertEquals(
                articles.subList(0, 9), Publish.near(articles.subList(0, 9)).get("8.html"));
    }

    @Test
    void aMissingTemplateIsNamed() throws Exception {
        Files.delete(root.resolve("templates/article.ftl"));
        assertTrue(project.failure().startsWith("templates/article.ftl: "), project.failure());
    }

    @Test
    void anUnknownAssetInATemplateIsNamed() throws Exception {
        project.replace("templates/base.ftl", "assets[\"style.css\"]", "assets[\"styles.css\"]");
        assertEquals(
                "templates/base.ftl:9: unknown value assets[\"styles.css\"] (did you mean \"style.css\"?)",
                project.failure());
    }

    @Test
    void assetsAreNamedByTheirContent() throws Exception {
        project.bake();
        String before = onlyName(project.site(), "assets/style\\.[0-9a-f]{8}\\.css");
        String script = onlyName(project.site(), "assets/demos\\.[0-9a-f]{8}\\.js");
        project.replace("templates/assets/style.css", ".tone-ink", "body { color: red; } .tone-ink");
        project.bake();
        String after = onlyName(project.site(), "assets/style\\.[0-9a-f]{8}\\.css");
        assertNotEquals(before, after);
        assertEquals(script, onlyName(project.site(), "assets/demos\\.[0-9a-f]{8}\\.js"));
        assertTrue(project.page("index.html").contains(after));
    }

    @Test
    void bothScriptsReachThePageAsTheyWere() throws Exception {
        project.bake();
        for (String name : List.of("demos", "late")) {
            String published = project.site().get(onlyName(project.site(), "assets/" + name + ".*"));
            assertEquals(Files.readString(root.resolve("target/scripts/" + name + ".js")), published);
        }
    }

    @Test
    void modelsAndReplaysReachThePageAsTheyWere() throws Exception {
        project.bake();
        Map<String, String> site = project.site();
        byte[] model = site.get(onlyName(site, "assets/models/softmax-10\\.[0-9a-f]{8}\\.bin"))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("dense 784 10", ModelCodec.decode(model, 1, new PlainOps()).architecture());
        byte[] deflated = site.get(onlyName(site, "assets/models/softmax-10\\.replay\\.[0-9a-f]{8}\\.bin"))
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] original = Files.readAllBytes(root.resolve("models/softmax-10/replay.bin"));
        byte[] inflated = new byte[original.length];
        Inflater inflater = new Inflater(true);
        inflater.setInput(deflated);
        assertEquals(original.length, inflater.inflate(inflated));
        inflater.end();
        assertArrayEquals(original, inflated);
        assertEquals(2, Replay.decode(inflated).size());
        assertEquals(
                Files.readString(root.resolve("models/softmax-10/record.json")),
                site.get("models/softmax-10/record.json"));
    }

    @Test
    void strokesTravelWithoutWhiteSpace() throws Exception {
        project.bake();
        assertEquals(
                "{\"digits\":[{\"label\":3,\"strokes\":\"300,200,700,500;300,800,310,810\"}]}",
                project.site().get(onlyName(project.site(), "assets/strokes\\..*")));
    }

    @Test
    void specimensLieBesideWhatIsOnThem() throws Exception {
        project.bake();
        String png = onlyName(project.site(), "assets/specimens\\.[0-9a-f]{8}\\.png");
        assertTrue(project.site().containsKey(png.replace(".png", ".json")), png);
        assertTrue(project.page("softmax.html").contains("data-specimens=\"" + png + "\""));
    }

    @Test
    void theVersionFollowsScriptAndStyle() throws Exception {
        project.bake();
        String before = project.page("index.html").replaceAll("(?s).*data-version=\"([^\"]*)\".*", "$1");
        project.write("target/scripts/demos.js", "var main=a=>1;");
        project.bake();
        String after = project.page("index.html").replaceAll("(?s).*data-version=\"([^\"]*)\".*", "$1");
        assertTrue(before.matches("[0-9a-f]{8}"), before);
        assertNotEquals(before, after);
    }

    @Test
    void aMissingScriptSaysHowToBuildIt() throws Exception {
        Files.delete(root.resolve("target/scripts/demos.js"));
        assertTrue(project.failure().endsWith("does not exist; build it with: mvn -q process-classes"));
    }

    @Test
    void whatTheSiteCheckFindsFailsTheBake() throws Exception {
        project.replace("templates/article.ftl", "${content.body}", "${content.body}<p style=\"color:red\">x</p>");
        assertTrue(project.failure().startsWith("softmax.html: attribute style="), project.failure());
        assertTrue(project.site().isEmpty());
    }

    @Test
    void aWarningOfJBakeIsAFailure() throws Exception {
        try (LogWatch watch = new LogWatch()) {
            org.slf4j.LoggerFactory.getLogger("org.jbake.app.Crawler").warn("{} has been ignored!", "x.md");
            org.slf4j.LoggerFactory.getLogger("org.jbake.app.Crawler").info("fine");
            assertEquals(java.util.List.of("WARN x.md has been ignored!"), watch.complaints());
        }
    }

    @Test
    void exitCodesTellDoneFromFailedFromWrongUsage() throws Exception {
        assertEquals(0, run("--root", root.toString()));
        assertEquals(2, run("--rot", root.toString()));
        assertEquals(2, run("--root"));
        project.article("# no\n");
        assertEquals(1, run("--root", root.toString()));
    }

    private static int run(String... arguments) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return Publish.run(arguments, nowhere, nowhere);
    }
}
