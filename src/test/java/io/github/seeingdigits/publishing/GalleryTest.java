package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.seeingdigits.figure.Figures;
import io.github.seeingdigits.figure.NamedFigure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GalleryTest {
    @Test
    void everyFigureIsShownWithItsPurposeAndItsParameters() throws IOException {
        String gallery = Files.readString(Path.of("content/figures.md"));
        List<String> missing = new ArrayList<>();
        for (NamedFigure kind : Figures.ALL) {
            if (!gallery.contains("](demo:" + kind.name() + ")")) {
                missing.add(kind.name());
            }
            if (!gallery.contains("[=figure[\"" + kind.name() + "\"].purpose]")) {
                missing.add("purpose of " + kind.name());
            }
            for (String parameter : kind.parameters()) {
                if (!gallery.contains("`" + parameter + "`")) {
                    missing.add(kind.name() + ": " + parameter);
                }
            }
        }
        assertEquals(List.of(), missing, "content/figures.md does not show");
    }
}
