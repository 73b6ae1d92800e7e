package io.github.seeingdigits.demos;

/** All figures but those that open a page. Each is in a script of its own, which {@link Late} fetches when the first of its kind comes near the screen. */
final class LateDemos {
    private LateDemos() {}

    /** A new figure by its name, or null. To be called when {@link Late} has loaded its script. */
    static Demo demo(String name) {
        return switch (name) {
            case "filters" -> new FiltersDemo();
            case "ink" -> new InkDemo();
            case "hidden" -> new HiddenDemo();
            case "ablate" -> new AblateDemo();
            case "report" -> new ReportDemo();
            case "maximise" -> new MaximiseDemo();
            case "train" -> new TrainDemo();
            case "logits" -> new LogitsDemo();
            case "plane" -> new PlaneDemo();
            case "seeds" -> new SeedsDemo();
            case "fold" -> new FoldDemo();
            case "xor" -> new XorDemo();
            case "yat" -> new YatDemo();
            case "inversion" -> new InversionDemo();
            case "prototypes" -> new PrototypesDemo();
            case "cnn" -> new CnnDemo();
            case "stress" -> new StressDemo();
            case "tour" -> new TourDemo();
            case "confusion" -> new ConfusionDemo();
            case "specimens" -> new SpecimensDemo();
            case "dominance" -> new DominanceDemo();
            case "timeline" -> new TimelineDemo();
            case "spectrum" -> new SpectrumDemo();
            case "map" -> new MapDemo();
            case "paths" -> new PathsDemo();
            default -> null;
        };
    }
}
