package io.github.seeingdigits.publishing;

import io.github.seeingdigits.data.Spelling;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.figure.ComparisonKind;
import io.github.seeingdigits.figure.FigureKind;
import io.github.seeingdigits.figure.Figures;
import io.github.seeingdigits.figure.NamedFigure;
import io.github.seeingdigits.figure.Parameters;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.network.ModelFormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns {@code ![takeaway](demo:NAME){model=ID digit=7}} into the figure at rest, by {@code templates/figure.ftl}. */
final class FigureWriter {
    /** The template of every figure. */
    static final String TEMPLATE = "figure.ftl";

    /** Files and folders below {@code templates/} of which figures are made. */
    static final List<String> TEMPLATES = List.of(TEMPLATE, "figures", "parts");

    private static final String DEFAULT_DIGIT = "3";

    /**
     * What an article asks for.
     *
     * @param caption the takeaway as HTML
     * @param alt the takeaway as plain text
     * @param number which figure of this name it is on its page, from 1
     */
    record Request(
            String file,
            int line,
            String name,
            String caption,
            String alt,
            Map<String, String> attributes,
            Optional<String> defaultModel,
            int number) {

        PublishException problem(String message) {
            return PublishException.at(file, line, message);
        }
    }

    /** A figure's still picture, and what it looks like. */
    private record Drawn(Still still, String svg, List<List<String>> table) {}

    /** A figure in a page; {@code still} draws it again elsewhere. */
    record Written(String html, String model, Still still) {}

    private final Templates templates;
    private final Models models;
    private final SampleDigits samples;
    private final Assets assets;
    private final List<?> literature;
    private final BakeMemory memory;

    /**
     * A writer.
     *
     * @param literature see {@link PublishedErrors}
     * @param memory keeps the drawings
     */
    FigureWriter(
            Templates templates,
            Models models,
            SampleDigits samples,
            Assets assets,
            List<?> literature,
            BakeMemory memory) {
        this.memory = memory;
        this.literature = literature;
        this.templates = templates;
        this.models = models;
        this.samples = samples;
        this.assets = assets;
    }

    /** Checks the request and writes the figure. */
    Written write(Request request) throws IOException {
        NamedFigure kind = Figures.ALL.stream()
                .filter(k -> k.name().equals(request.name))
                .findFirst()
                .orElseThrow(() -> request.problem(Spelling.unknown(
                        "figure",
                        request.name,
                        Figures.ALL.stream().map(NamedFigure::name).toList())));
        Map<String, String> parameters = new TreeMap<>(request.attributes);
        Models.Model model = model(request, parameters.remove("model"));
        parameters.putIfAbsent("digit", DEFAULT_DIGIT);
        Drawing sample = sample(request, parameters.get("digit"));
        Map<String, String> own = own(request, kind, parameters);
        List<BakedExhibit> exhibits = kind instanceof ComparisonKind comparison
                ? compared(request, comparison, model, own.get(ComparisonKind.MODELS))
                : new ArrayList<>(List.of(new BakedExhibit(model, kind, assets)));
        exhibits.set(0, exhibits.get(0).with(literature));
        String id = id(request.name, request.number);
        List<BakeMemory.Same> shown = exhibits.stream()
                .map(BakedExhibit::model)
                .map(BakeMemory.Same::new)
                .toList();
        Drawn drawn = memory.get(
                List.of("drawn", id, kind.name(), shown, sample.encode(), own, literature),
                () -> drawn(request, id, still(request, kind, exhibits, sample, own)));

        Map<String, Object> figure = new HashMap<>();
        figure.put("name", kind.name());
        figure.put("model", model.id());
        figure.put("id", id);
        figure.put("caption", Templates.markup(request.caption));
        figure.put("alt", request.alt);
        figure.put("parameters", parameters);
        figure.put("own", own);
        if (kind.runsNetwork()) {
            figure.put("src", assets.address(Assets.compact(model.id())));
        }
        assets.scriptOf(kind.name()).ifPresent(script -> figure.put("script", script));
        Map<String, Excerpt> facts = new LinkedHashMap<>();
        for (BakedExhibit exhibit : exhibits) {
            if (!exhibit.facts().isEmpty()) {
                facts.put(exhibit.id(), exhibit.facts());
            }
        }
        if (!facts.isEmpty()) {
            figure.put("facts", Excerpt.json(facts));
        }
        figure.put("views", exhibits.get(0).viewAddresses());
        if (model.replay().isPresent()) {
            figure.put("replay", assets.address(Assets.replay(model.id())));
        }
        figure.put(
                "networks",
                kind instanceof ComparisonKind
                        ? exhibits.stream().map(BakedExhibit::described).toList()
                        : List.of());
        figure.put("sample", sample.encode());
        figure.put("width", drawn.still.width());
        figure.put("height", drawn.still.height());
        figure.put("svg", Templates.markup(drawn.svg));
        figure.put("table", drawn.table);
        return new Written(
                templates.render(TEMPLATE, Map.of("figure", figure, "record", models.records())),
                model.id(),
                drawn.still);
    }

    private static Drawn drawn(Request request, String id, Still still) {
        try {
            return new Drawn(
                    still,
                    SvgSurface.markup(still, id + "-caption"),
                    Arrays.stream(still.table()).map(Arrays::asList).toList());
        } catch (IllegalArgumentException e) {
            throw request.problem("figure \"" + request.name + "\": " + e.getMessage());
        }
    }

    /** The id on the page of the figure that is number {@code number} of its name: {@code draw}, {@code draw-2}, … */
    static String id(String name, int number) {
        return number == 1 ? name : name + "-" + number;
    }

    private Models.Model model(Request request, String named) {
        String id = named != null
                ? named
                : request.defaultModel.orElseThrow(() -> request.problem("figure \"" + request.name
                        + "\" has no model; add {model=…} after it or \"model: …\" to the front matter"));
        if (!models.ids().contains(id)) {
            throw request.problem(Spelling.unknown("model", id, models.ids()));
        }
        return models.get(id);
    }

    private Drawing sample(Request request, String digit) {
        if (!digit.matches("[0-9]")) {
            throw request.problem("digit \"" + digit + "\" should be one of 0 to 9");
        }
        Drawing sample = samples.of(Integer.parseInt(digit));
        if (sample == null) {
            throw request.problem("there is no drawing of digit " + digit + " in " + SampleDigits.FILE + "; add one");
        }
        return sample;
    }

    /** The parameters that the kind of figure knows. */
    private static Map<String, String> own(Request request, NamedFigure kind, Map<String, String> parameters) {
        List<String> known = new ArrayList<>(kind.parameters());
        known.addAll(List.of("model", "digit"));
        Map<String, String> own = new HashMap<>();
        parameters.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw request.problem("figure \"" + kind.name() + "\": " + Spelling.unknown("parameter", key, known));
            }
            if (kind.parameters().contains(key)) {
                own.put(key, value);
            }
        });
        return own;
    }

    /** The networks that a comparison names; if it names none, the page's own and all others that fit. */
    private List<BakedExhibit> compared(Request request, ComparisonKind kind, Models.Model first, String named) {
        List<BakedExhibit> compared = new ArrayList<>();
        if (named == null) {
            for (Models.Model model : models.all()) {
                if (kind.fits(model.network())) {
                    compared.add(new BakedExhibit(model, kind, assets));
                }
            }
            compared.sort(
                    Comparator.comparing((BakedExhibit exhibit) -> !exhibit.id().equals(first.id()))
                            .thenComparing(BakedExhibit::bytes)
                            .thenComparing(BakedExhibit::id));
            return compared;
        }
        for (String id : named.strip().split("\\s+")) {
            Models.Model model = model(request, id);
            if (!kind.fits(model.network())) {
                throw request.problem("figure \"" + request.name + "\": model \"" + id + "\" has "
                        + model.network().inputs() + " inputs and "
                        + model.network().outputs() + " outputs; name models that " + kind.fitting());
            }
            compared.add(new BakedExhibit(model, kind, assets));
        }
        return compared;
    }

    private static Still still(
            Request request, NamedFigure kind, List<BakedExhibit> exhibits, Drawing sample, Map<String, String> own) {
        Parameters parameters = new Parameters(own::get);
        try {
            return kind instanceof ComparisonKind comparison
                    ? comparison.still(List.copyOf(exhibits), sample, parameters)
                    : ((FigureKind) kind).still(exhibits.get(0), sample, parameters);
        } catch (IllegalArgumentException | ModelFormatException e) {
            throw request.problem("figure \"" + kind.name() + "\" of model \""
                    + exhibits.get(0).id() + "\": " + e.getMessage());
        }
    }
}
