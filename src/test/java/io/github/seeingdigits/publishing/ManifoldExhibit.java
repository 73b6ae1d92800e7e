package io.github.seeingdigits.publishing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.figure.Exhibit;
import io.github.seeingdigits.figure.Facts;
import io.github.seeingdigits.figure.FigureKind;
import io.github.seeingdigits.figure.Parameters;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.figure.Surface;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Replay;
import io.github.seeingdigits.network.View;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;

/** The published model {@code manifold} as a figure sees it, some of whose views a test may replace. */
record ManifoldExhibit(FigureKind kind, Map<String, View> replaced) implements Exhibit {
    static final ModelFolder FOLDER = ModelFolder.read(Path.of("models", "manifold"));

    ManifoldExhibit(FigureKind kind) {
        this(kind, Map.of());
    }

    @Override
    public String id() {
        return "manifold";
    }

    @Override
    public String title() {
        return "Manifold";
    }

    @Override
    public double accuracy() {
        return 0.5;
    }

    @Override
    public int bytes() {
        return 1;
    }

    @Override
    public Network network() {
        throw new AssertionError("a figure of what was measured runs no network");
    }

    @Override
    public Facts facts() {
        Map<String, Object> record =
                new ObjectMapper().convertValue(FOLDER.record(), new TypeReference<Map<String, Object>>() {});
        return new Excerpt("manifold", record, kind.facts());
    }

    @Override
    public View view(String name) {
        if (!kind.views().contains(name)) {
            throw new IllegalArgumentException("the figure does not name view " + name);
        }
        return replaced.getOrDefault(name, FOLDER.views().get(name));
    }

    @Override
    public Replay replay() {
        throw new AssertionError("it has none");
    }

    /** The figure at rest. */
    Still still(Drawing drawing, Map<String, String> parameters) {
        return kind.still(this, drawing, new Parameters(parameters::get));
    }

    /** What is drawn, as it would be in the page. */
    static Element drawn(double width, double height, Consumer<Surface> drawing) {
        return SmallExhibit.svg(new Still() {
            @Override
            public double width() {
                return width;
            }

            @Override
            public double height() {
                return height;
            }

            @Override
            public void draw(Surface surface) {
                drawing.accept(surface);
            }

            @Override
            public String[][] table() {
                return new String[0][];
            }
        });
    }
}
