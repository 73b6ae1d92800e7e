package io.github.seeingdigits.demos;

/**
 * The page's second script, {@code late.js}: every figure but those that open a page, and what is needed only now and then.
 * {@code demos.js} fetches it when the first of them comes near the screen.
 */
public final class LateDemos {
    private LateDemos() {}

    public static void main(String[] args) {
        Bridge.join();
        Tutor.offer();
        Desk.offer();
        Stages.open(LateDemos::demo);
    }

    /** The figures of this script. */
    private static Demo demo(String name) {
        return switch (name) {
            case "filters" -> new FiltersDemo();
            case "ink" -> new InkDemo();
            case "hidden" -> new HiddenDemo();
            case "ablate" -> new AblateDemo();
            case "report" -> new ReportDemo();
            case "maximise" -> new MaximiseDemo();
            case "logits" -> new LogitsDemo();
            case "plane" -> new PlaneDemo();
            case "seeds" -> new SeedsDemo();
            case "fold" -> new FoldDemo();
            case "xor" -> new XorDemo();
            default -> null;
        };
    }
}
