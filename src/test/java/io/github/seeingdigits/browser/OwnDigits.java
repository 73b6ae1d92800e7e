package io.github.seeingdigits.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Stroke;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The digits that were drawn for this site, and variations of them. */
final class OwnDigits {
    record Labelled(int label, Drawing drawing) {}

    private OwnDigits() {}

    static List<Labelled> all() {
        try {
            JsonNode file =
                    new ObjectMapper().readTree(Path.of("content/strokes.json").toFile());
            List<Labelled> digits = new ArrayList<>();
            for (JsonNode digit : file.get("digits")) {
                digits.add(new Labelled(
                        digit.get("label").asInt(),
                        Drawing.decode(digit.get("strokes").asText())));
            }
            return digits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first digit drawn with this label. */
    static Drawing first(int label) {
        return all().stream()
                .filter(digit -> digit.label() == label)
                .findFirst()
                .orElseThrow()
                .drawing();
    }

    /** The drawing turned, stretched and slanted a little, as another hand might have drawn it. */
    static Drawing vary(Drawing drawing, Random random) {
        double angle = (random.nextDouble() - 0.5) * 0.5;
        double wide = 0.6 + 0.5 * random.nextDouble();
        double tall = 0.6 + 0.5 * random.nextDouble();
        double slant = (random.nextDouble() - 0.5) * 0.4;
        Drawing varied = new Drawing();
        for (Stroke stroke : drawing.strokes()) {
            for (int i = 0; i < stroke.size(); i++) {
                double y = (stroke.y(i) - 0.5) * tall;
                double x = (stroke.x(i) - 0.5) * wide - slant * y;
                float turnedX = (float) (0.5 + x * Math.cos(angle) - y * Math.sin(angle));
                float turnedY = (float) (0.5 + x * Math.sin(angle) + y * Math.cos(angle));
                if (i == 0) {
                    varied.begin(turnedX, turnedY);
                } else {
                    varied.extend(turnedX, turnedY);
                }
            }
        }
        return varied;
    }
}
