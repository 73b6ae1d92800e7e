package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** Every page of the built site is valid HTML by the Nu checker. */
class HtmlIT {
    private static String problems(Path page) throws IOException, SAXException {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        // Notes are advice on style; and read from a file, a page has no origin that its policy's 'self' could mean.
        return validator
                .validate(page)
                .lines()
                .filter(line -> !line.contains(": info: ") && !line.contains("Content Security Policy"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void everyPageIsValidHtml() throws IOException, SAXException {
        List<String> pages = new ArrayList<>(BrowserTest.pages());
        pages.add("404.html");
        assertTrue(pages.size() >= 2, "pages: " + pages);
        for (String page : pages) {
            assertEquals("", problems(Path.of("site", page)), page);
        }
    }

    @Test
    void theCheckerFindsAMistake(@TempDir Path folder) throws IOException, SAXException {
        Path page = Files.writeString(
                folder.resolve("page.html"),
                "<!DOCTYPE html><html lang=\"en\"><head><title>t</title></head><body><p><div></div></p></body></html>");
        assertTrue(problems(page).contains("No “p” element in scope"), problems(page));
    }
}
