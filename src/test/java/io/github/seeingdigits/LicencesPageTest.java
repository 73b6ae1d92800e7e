package io.github.seeingdigits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code content/licences.md} says of others' work in the site. */
class LicencesPageTest {
    private static final Path FONTS = Path.of("templates/assets/fonts");

    private static String page() throws IOException {
        return Files.readString(Path.of("content/licences.md"));
    }

    private static String version(String property) throws IOException {
        Matcher found =
                Pattern.compile("<" + property + ".version>([^<]+)<").matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(found.find(), property);
        return found.group(1);
    }

    @Test
    void librariesHaveTheVersionsOfTheBuild() throws IOException {
        assertTrue(page().contains("| lunr " + version("lunr") + ","), "lunr " + version("lunr"));
        assertTrue(page().contains("| TeaVM " + version("teavm") + ":"), "TeaVM " + version("teavm"));
    }

    @Test
    void everyFontIsListed() throws IOException {
        try (Stream<Path> files = Files.list(FONTS)) {
            List<String> fonts = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".woff2"))
                    .toList();
            assertEquals(4, fonts.size(), fonts::toString);
            for (String font : fonts) {
                assertTrue(page().contains("`assets/fonts/" + font + "`"), font);
            }
        }
    }

    /** A script of others would be published with ours unless it is named here. */
    @Test
    void everyScriptAmongTheSourcesOfThePagesIsOurs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("templates/assets"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".js")).toList()) {
                String text = Files.readString(file);
                assertTrue(
                        !Pattern.compile("(?i)copyright|@license|licensed under")
                                .matcher(text)
                                .find(),
                        file.toString());
            }
        }
    }
}
