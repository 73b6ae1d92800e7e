package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteCheckTest {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
            <title>A page</title>
            <meta name="description" content="About it.">
            <link rel="stylesheet" href="assets/style.css">
            </head><body><h1 id="top">A page</h1>
            """;

    @TempDir
    Path site;

    @BeforeEach
    void makeSite() throws IOException {
        write("assets/style.css", "body { color: black; }");
        write("index.html", HEAD + "<p>Text.</p></body></html>");
        write("deep/other.html", HEAD.replace("assets/", "../assets/") + "<p id=\"here\">Text.</p></body></html>");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(site.resolve(name).getParent());
        Files.writeString(site.resolve(name), text);
    }

    private void body(String html) throws IOException {
        write("index.html", HEAD + html + "</body></html>");
    }

    private void finds(String problem) {
        String message = assertThrows(PublishException.class, () -> new SiteCheck(site, new BakeMemory()).run())
                .getMessage();
        assertEquals(problem, message);
    }

    @Test
    void aSoundSitePasses() throws Exception {
        body("<a href=\"deep/other.html#here\">a</a><a href=\"#top\">t</a><a href=\"https://example.org/\">w</a>"
                + "<img src=\"data:image/png;base64,AA==\" alt=\"\"><a href=\"deep/../index.html?x=1\">q</a>");
        assertEquals(2, new SiteCheck(site, new BakeMemory()).run().size());
    }

    @Test
    @Fault("Content: dead link")
    void aDeadLinkIsFound() throws Exception {
        body("<a href=\"deep/othr.html\">x</a>");
        finds("index.html: <a href=\"deep/othr.html\"> leads nowhere (did you mean \"deep/other.html\"?)");
    }

    @Test
    @Fault("Content: dead fragment")
    void aDeadFragmentIsFound() throws Exception {
        body("<a href=\"deep/other.html#her\">x</a>");
        finds(
                "index.html: <a href=\"deep/other.html#her\"> leads to no id of deep/other.html (did you mean \"here\"?)");
    }

    @Test
    void aMissingSourceIsFoundInEveryPlaceThatLoads() throws Exception {
        for (String element : new String[] {
            "<img src=\"no.png\" alt=\"x\">",
            "<img srcset=\"no.png 2x\" alt=\"x\">",
            "<figure data-src=\"no.png\">x</figure>",
            "<script src=\"no.png\"></script>",
            "<link rel=\"icon\" href=\"no.png\">"
        }) {
            body(element);
            String message = assertThrows(PublishException.class, () -> new SiteCheck(site, new BakeMemory()).run())
                    .getMessage();
            assertTrue(message.contains("\"no.png\"> leads nowhere"), element + ": " + message);
        }
    }

    @Test
    @Fault("Content: path leaving the site")
    void aLinkOutOfTheSiteIsFound() throws Exception {
        body("<a href=\"../index.html\">x</a>");
        finds("index.html: <a href=\"../index.html\"> leads nowhere (did you mean \"index.html\"?)");
    }

    @Test
    void anAbsolutePathIsFound() throws Exception {
        body("<a href=\"/index.html\">x</a>");
        finds(
                "index.html: <a href=\"/index.html\"> is absolute, but the site may live under any path; write it relative");
    }

    @Test
    void onlyThePageForLostReadersMaySayWhereTheSiteBegins() throws Exception {
        write("404.html", HEAD.replace("<title>", "<base href=\"/digits/\"><title>") + "<p>Text.</p></body></html>");
        new SiteCheck(site, new BakeMemory()).run();
        write("404.html", HEAD.replace("<title>", "<base href=\"/digits/\"><title>") + "<a href=\"no.html\">x</a>");
        finds(
                "404.html: <a href=\"no.html\"> leads nowhere (known: 404.html, assets/style.css, deep/other.html, index.html)");
        Files.delete(site.resolve("404.html"));
        write("index.html", HEAD.replace("<title>", "<base href=\"/digits/\"><title>") + "<p>Text.</p></body></html>");
        finds(
                "index.html: <base href=\"/digits/\"> is absolute, but the site may live under any path; write it relative");
    }

    @Test
    @Fault("Every stage: request to another origin")
    void aThirdPartyRequestIsFound() throws Exception {
        body("<img src=\"https://example.org/x.png\" alt=\"x\">");
        finds("index.html: <img src=\"https://example.org/x.png\"> is a request to a third party; put the file into the"
                + " site");
        body("<link rel=\"stylesheet\" href=\"//example.org/x.css\">");
        finds(
                "index.html: <link href=\"//example.org/x.css\"> is a request to a third party; put the file into the site");
    }

    @Test
    @Fault("Every stage: request to another origin")
    void aThirdPartyFontIsFound() throws Exception {
        write("assets/style.css", "@font-face { src: url(https://example.org/f.woff2); }");
        finds("assets/style.css: url(https://example.org/f.woff2) is not in the site; add the file or correct it");
    }

    @Test
    void aMissingFontIsFound() throws Exception {
        write("assets/style.css", "@font-face { src: url(\"fonts/f.woff2\"); }");
        finds("assets/style.css: url(fonts/f.woff2) is not in the site; add the file or correct it");
    }

    @Test
    @Fault("Content: script link")
    void aScriptLinkIsFound() throws Exception {
        body("<a href=\"javascript:alert(1)\">x</a>");
        finds("index.html: <a href=\"javascript:alert(1)\"> is refused; links begin with https:, http: or mailto:");
    }

    @Test
    void anIdThatStandsTwiceIsFound() throws Exception {
        body("<p id=\"a\">x</p><p id=\"a\">y</p>");
        finds("index.html: the id \"a\" stands twice; rename one");
    }

    @Test
    void aLabelThatNamesNothingIsFound() throws Exception {
        body("<p aria-labelledby=\"tpo\">x</p>");
        finds("index.html: aria-labelledby=\"tpo\" (did you mean \"top\"?) names no element of the page");
    }

    @Test
    void aSecondH1IsFound() throws Exception {
        body("<h1>Again</h1>");
        finds("index.html: has 2 h1; a page has exactly one");
    }

    @Test
    @Fault("Bake: empty page")
    void anEmptyPageIsFound() throws Exception {
        write("index.html", HEAD.replace("A page</h1>", "</h1>"));
        finds("index.html: the page is empty; check its template");
    }

    @Test
    void missingLanguageTitleDescriptionAndPolicyAreFound() throws Exception {
        write("index.html", HEAD.replace(" lang=\"en\"", ""));
        finds("index.html: html has no lang; add it in the template");
        write("index.html", HEAD.replace("<title>A page", "<title>"));
        finds("index.html: has no title; add it in the template");
        write("index.html", HEAD.replace("About it.", ""));
        finds("index.html: has no description; add <meta name=\"description\"> in the template");
        write("index.html", HEAD.replace("Content-Security-Policy", "refresh"));
        finds("index.html: has no Content-Security-Policy; add the meta element in the template");
    }

    @Test
    @Fault("Browser: policy violation")
    void inlineScriptsStylesAndHandlersAreFound() throws Exception {
        body("<script>alert(1)</script>");
        finds("index.html: inline <script> is refused by the page's own policy; move it to a file");
        body("<style>p{}</style>");
        finds("index.html: inline <style> is refused by the page's own policy; move it to a file");
        body("<p onclick=\"x()\">x</p>");
        finds(
                "index.html: attribute onclick=\"x()\" of <p> is refused by the page's own policy; use a class or a script");
        body("<p style=\"color:red\">x</p>");
        finds("index.html: attribute style=\"color:red\" of <p> is refused by the page's own policy; use a class or a"
                + " script");
    }

    @Test
    @Fault("Bake: template error printed into a page")
    void templateErrorsAreFound() throws Exception {
        body("<p>FreeMarker template error: x</p>");
        finds("index.html: contains \"FreeMarker template error\"; correct the template or the text");
        body("<p>??? note</p>");
        finds("index.html: contains \"??? \"; correct the template or the text");
    }

    @Test
    void aSiteWithoutHomePageIsFound() throws Exception {
        Files.delete(site.resolve("index.html"));
        finds("index.html: the site has no home page");
    }

    @Test
    @Fault("Bake: page-weight budget exceeded")
    void aPageOverItsBudgetIsFoundButReplaysAreFree() throws Exception {
        byte[] noise = new byte[SiteCheck.BUDGET];
        new Random(1).nextBytes(noise);
        Files.createDirectories(site.resolve("assets/models"));
        Files.write(site.resolve("assets/models/m.replay.01234567.bin"), noise);
        body("<figure data-replay=\"assets/models/m.replay.01234567.bin\">x</figure>");
        new SiteCheck(site, new BakeMemory()).run();
        Files.write(site.resolve("assets/models/m.01234567.bin"), noise);
        body("<figure data-src=\"assets/models/m.01234567.bin\">x</figure>");
        finds("index.html: 200 KB compressed with all that it loads, more than 200 KB; use fewer or smaller models,"
                + " pictures or figures");
    }

    @Test
    void aPageThatIsNoArticleMayWeighMore() throws Exception {
        String page = HEAD.replace("<body>", "<body class=\"page\">");
        byte[] noise = new byte[SiteCheck.BUDGET];
        new Random(1).nextBytes(noise);
        Files.createDirectories(site.resolve("assets/models"));
        Files.write(site.resolve("assets/models/m.01234567.bin"), noise);
        write("index.html", page + "<figure data-src=\"assets/models/m.01234567.bin\">x</figure></body></html>");
        new SiteCheck(site, new BakeMemory()).run();
        noise = new byte[SiteCheck.GALLERY_BUDGET];
        new Random(1).nextBytes(noise);
        Files.write(site.resolve("assets/models/m.01234567.bin"), noise);
        finds("index.html: 300 KB compressed with all that it loads, more than 300 KB; use fewer or smaller models,"
                + " pictures or figures");
    }

    @Test
    void whatATemplateHoldsLoadsLaterAndIsFreeButMustExist() throws Exception {
        byte[] noise = new byte[SiteCheck.BUDGET];
        new Random(1).nextBytes(noise);
        Files.createDirectories(site.resolve("assets/models"));
        Files.write(site.resolve("assets/models/m.01234567.bin"), noise);
        body("<template><ul><li data-src=\"assets/models/m.01234567.bin\">x</li></ul></template>text");
        new SiteCheck(site, new BakeMemory()).run();
        body("<template><ul><li data-src=\"assets/models/n.01234567.bin\">x</li></ul></template>text");
        finds("index.html: <li data-src=\"assets/models/n.01234567.bin\"> leads nowhere (did you mean"
                + " \"assets/models/m.01234567.bin\"?)");
    }

    @Test
    void theKernelLoadsWithThePagesFigures() throws Exception {
        byte[] noise = new byte[SiteCheck.BUDGET];
        new Random(1).nextBytes(noise);
        Files.write(site.resolve("assets/kernels.wasm"), noise);
        String page = HEAD.replace("<body>", "<body data-kernels=\"assets/kernels.wasm\">");
        write("index.html", page + "<p>No figure.</p></body></html>");
        new SiteCheck(site, new BakeMemory()).run();
        write("index.html", page + "<figure class=\"demo\">x</figure></body></html>");
        finds("index.html: 200 KB compressed with all that it loads, more than 200 KB; use fewer or smaller models,"
                + " pictures or figures");
        Files.delete(site.resolve("assets/kernels.wasm"));
        finds("index.html: <body data-kernels=\"assets/kernels.wasm\"> leads nowhere (known:"
                + " assets/style.css, deep/other.html, index.html)");
    }

    /** Pages are remembered from bake to bake; what they name, and the search index that all name, is looked at each time. */
    @Test
    void whatIsRememberedOfAPageIsCheckedAgainstTheSiteAsItIs() throws Exception {
        BakeMemory memory = new BakeMemory();
        write("assets/search.0.json", "{}");
        write("assets/search.1.json", "{}");
        String page = "<a href=\"deep/other.html#here\">x</a><script src=\"assets/s.js\" defer"
                + " data-index=\"assets/search.0.json\"></script>";
        write("assets/s.js", "");
        body(page);
        new SiteCheck(site, memory).run();
        body(page.replace("search.0", "search.1"));
        new SiteCheck(site, memory).run();
        body(page.replace("search.0", "search.2"));
        assertEquals(
                "index.html: <script data-index=\"assets/search.2.json\"> leads nowhere (did you mean"
                        + " \"assets/search.0.json\"?)",
                assertThrows(PublishException.class, () -> new SiteCheck(site, memory).run())
                        .getMessage());
        body(page);
        write("deep/other.html", HEAD.replace("assets/", "../assets/") + "<p id=\"there\">Text.</p></body></html>");
        assertEquals(
                "index.html: <a href=\"deep/other.html#here\"> leads to no id of deep/other.html (did you mean"
                        + " \"there\"?)",
                assertThrows(PublishException.class, () -> new SiteCheck(site, memory).run())
                        .getMessage());
        body(page.replace("#here", "#there").replace("x</a>", "x</a><p style=\"color: red\">y</p>"));
        assertEquals(
                "index.html: attribute style=\"color: red\" of <p> is refused by the page's own policy; use a class or a"
                        + " script",
                assertThrows(PublishException.class, () -> new SiteCheck(site, memory).run())
                        .getMessage());
    }
}
