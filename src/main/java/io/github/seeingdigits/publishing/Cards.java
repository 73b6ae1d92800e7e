package io.github.seeingdigits.publishing;

import io.github.seeingdigits.figure.Align;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.figure.Tone;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pictures that other sites show beside a link to a page: its title, and its first figure that is not the drawing pad. In the fonts
 * and light colours of the site.
 */
final class Cards {
    /** In pixels; the shape that the largest services ask for. */
    static final int WIDTH = 1200;

    static final int HEIGHT = 630;
    private static final String STYLE = "templates/assets/style.css";
    private static final String FONTS = "templates/assets/fonts/";
    private static final double MARGIN = 56;
    private static final double PANEL_LEFT = 540;
    private static final double PADDING = 28;
    private static final double TITLE = 54;
    private static final double LARGE_TITLE = 84;
    private static final double NAME = 26;
    private static final Pattern COLOUR = Pattern.compile("--[a-z0-9-]+:\\s*#[0-9a-fA-F]{6}\\b");
    private static final double LARGEST_SCALE = 2.4;
    /** So few that a title and a name in another colour do without more than a palette has. */
    private static final int SHADES = 64;

    private final Map<Tone, Integer> colours = new EnumMap<>(Tone.class);
    /** One for all cards: it is as large as a hundred pages. */
    private final Canvas canvas;

    private final List<Woff2Font> serif;
    private final List<Woff2Font> sans;
    private final String siteTitle;

    /** Cards in the fonts and colours of the project at {@code root}. */
    Cards(Path root, String siteTitle) throws IOException {
        this.siteTitle = siteTitle;
        String css = SourceText.read(root.resolve(STYLE), STYLE);
        for (Tone tone : Tone.values()) {
            colours.put(tone, colour(css, tone.css));
        }
        canvas = new Canvas(WIDTH, HEIGHT, colour(css, "paper"), SHADES);
        Woff2Font signs = font(root, "signs");
        serif = List.of(font(root, "serif"), signs);
        sans = List.of(font(root, "sans"), signs);
    }

    /** All of the project's files that cards depend on: equal as long as new cards would look the same. */
    static List<?> look(Path root) throws IOException {
        String css = SourceText.read(root.resolve(STYLE), STYLE);
        return List.of(
                COLOUR.matcher(css).results().map(MatchResult::group).toList(), BakeMemory.stamps(root.resolve(FONTS)));
    }

    private static Woff2Font font(Path root, String name) throws IOException {
        String file = FONTS + name + ".woff2";
        return Woff2Font.read(root.resolve(file), file);
    }

    /** The first colour of this name, which is that of light pages. */
    private static int colour(String css, String name) {
        Matcher matcher =
                Pattern.compile("--" + name + ":\\s*#([0-9a-fA-F]{6})\\b").matcher(css);
        if (!matcher.find()) {
            throw PublishException.in(
                    STYLE, "there is no colour --" + name + "; write it like --" + name + ": #1d1b19");
        }
        return 0xFF000000 | Integer.parseInt(matcher.group(1), 16);
    }

    /** Where a page's card is, relative to the site's root. */
    static String address(String slug) {
        return "cards/" + slug + ".png";
    }

    /** The card of a page as PNG. */
    byte[] of(Page page) {
        canvas.clear();
        Still still = page.body().portrait().orElse(null);
        boolean figure = still != null;
        double right = figure ? PANEL_LEFT - MARGIN / 2 : WIDTH - MARGIN;
        double size = figure ? TITLE : LARGE_TITLE;
        CardSurface words = new CardSurface(canvas, colours::get, serif, new AffineTransform());
        double y = MARGIN + size * 0.8;
        for (String line : lines(page.header().title(), size, right - MARGIN)) {
            words.text(line, MARGIN, y, size, Align.START, Tone.INK, true);
            y += size * 1.16;
        }
        words.fill(MARGIN, HEIGHT - MARGIN - NAME - 26, 72, 5, Tone.ACCENT, 1);
        words.text(siteTitle, MARGIN, HEIGHT - MARGIN, NAME, Align.START, Tone.MUTED, false);
        if (figure) {
            panel(still);
        }
        return Png.encode(WIDTH, HEIGHT, canvas.pixels());
    }

    private void panel(Still still) {
        double width = WIDTH - PANEL_LEFT - MARGIN / 2;
        double height = HEIGHT - MARGIN;
        double top = MARGIN / 2;
        canvas.fill(new RoundRectangle2D.Double(PANEL_LEFT, top, width, height, 28, 28), colours.get(Tone.RULE), 1);
        canvas.fill(
                new RoundRectangle2D.Double(PANEL_LEFT + 1.5, top + 1.5, width - 3, height - 3, 25, 25),
                colours.get(Tone.PAPER),
                1);
        double scale = Math.min(
                LARGEST_SCALE,
                Math.min((width - 2 * PADDING) / still.width(), (height - 2 * PADDING) / still.height()));
        double x = PANEL_LEFT + (width - scale * still.width()) / 2;
        double y = top + (height - scale * still.height()) / 2;
        still.draw(new CardSurface(canvas, colours::get, sans, new AffineTransform(scale, 0, 0, scale, x, y)));
    }

    private List<String> lines(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && CardSurface.width(serif, longer, size) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }
}
