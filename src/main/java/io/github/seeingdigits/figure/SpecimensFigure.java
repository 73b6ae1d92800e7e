package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import java.util.List;

/**
 * The test images by what was measured about them: how many networks misread each, which labels good networks contradict, and which
 * images of different digits are nearest. The still counts them; the page shows them where it has their pixels.
 */
public final class SpecimensFigure implements FigureKind {
    /** The parameter with the tab that is shown at first. */
    public static final String TAB = "tab";

    /** The view of what was misread. */
    public static final String VIEW = "misread";

    /** The tabs as articles name them. */
    public static final String[] TABS = {"class", "hardest", "alike", "suspects"};

    /** The tabs as readers see them. */
    public static final String[] NAMES = {"By class", "Hardest", "Most alike", "Label in doubt"};

    /** The height of {@link #draw}, in CSS pixels. */
    public static final double HEIGHT = 176;

    private static final double WIDTH = 640;
    private static final String HARDEST = "findings/misread/hardest";
    private static final String SUSPECTS = "findings/misread/suspects";
    private static final String ACCURACY = "findings/misread/suspectAccuracy";
    private static final String ALIKE = "findings/alike";

    @Override
    public String name() {
        return "specimens";
    }

    @Override
    public String purpose() {
        return "Browse the test digits by class, or those that most networks misread, that look most alike, and whose labels are in"
                + " doubt; and put any of them on the page.";
    }

    @Override
    public List<String> parameters() {
        return List.of(TAB);
    }

    @Override
    public List<String> facts() {
        return List.of(
                "findings/misread/networks", "findings/misread/imagesByNetworks", HARDEST, SUSPECTS, ACCURACY, ALIKE);
    }

    @Override
    public List<String> views() {
        return List.of(VIEW);
    }

    @Override
    public boolean runsNetwork() {
        return false;
    }

    /** The tab that an article asks for. */
    public static int tab(Parameters parameters) {
        String given = parameters.choice(TAB, TABS);
        int tab = 0;
        while (!TABS[tab].equals(given)) {
            tab++;
        }
        return tab;
    }

    /** The places in the test set that a tab but the first shows, in its order; of pairs both, one after the other. */
    public static int[] images(Facts facts, int tab) {
        String path = tab == 1 ? HARDEST : tab == 2 ? ALIKE + "/pairs" : SUSPECTS;
        int perItem = tab == 2 ? 2 : 1;
        int[] images = new int[Math.max(0, facts.size(path)) * perItem];
        for (int i = 0; i < images.length; i++) {
            String item = path + "/" + i / perItem
                    + (tab == 1 ? "" : tab == 3 ? "/image" : i % 2 == 0 ? "/first" : "/second");
            images[i] = (int) facts.number(item);
        }
        return images;
    }

    /** A few signs below the picture that is number {@code i} of a tab. */
    public static String note(Facts facts, MisreadTable table, int tab, int i, int image, int label) {
        if (tab == 2) {
            return label + ", " + Numbers.fixed(facts.number(ALIKE + "/pairs/" + i / 2 + "/distance"), 1);
        }
        return tab == 3
                ? label + " → " + Numbers.fixed(facts.number(SUSPECTS + "/" + i + "/read"), 0)
                : label + ", " + table.count(image) + "/" + table.networks;
    }

    /** What a tab shows, in words. */
    public static String about(Facts facts, MisreadTable table, int tab) {
        return switch (tab) {
            case 0 ->
                "Below each: its label, and how many of " + table.networks
                        + " networks misread it. The first hundred of each"
                        + " digit, then others that some network misreads.";
            case 1 ->
                "Misread by most: " + table.images(table.networks) + " of the test images by all " + table.networks
                        + " networks. Below each: its label, and how many misread it.";
            case 2 ->
                "The nearest pairs of different digits. Below each: label and distance of the pixels; half of all test images have"
                        + " none of their own digit nearer than "
                        + Numbers.fixed(facts.number(ALIKE + "/medianToSameLabel"), 1) + ".";
            default ->
                "Every network that reads at least " + Numbers.percent(facts.number(ACCURACY))
                        + " of the test images gives the same other answer; the surest first. Below each: label → answer. The label may be"
                        + " wrong, or the hand unusual.";
        };
    }

    /** What stands in the place of pictures where the site was built without MNIST. */
    public static String places(Facts facts, int tab) {
        StringBuilder text =
                new StringBuilder("This copy of the site has no test images, only their places in the test set: ");
        int[] images = images(facts, tab);
        for (int i = 0; i < images.length; i++) {
            text.append(i == 0 ? "" : tab == 2 && i % 2 == 1 ? " and " : ", ").append(images[i]);
        }
        return text.append('.').toString();
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        tab(parameters);
        Facts facts = exhibit.facts();
        MisreadTable table = new MisreadTable(facts, exhibit.view(VIEW));
        int[] hardest = images(facts, 1);
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return HEIGHT;
            }

            @Override
            public void draw(Surface surface) {
                SpecimensFigure.draw(surface, WIDTH, table, -1);
            }

            @Override
            public String[][] table() {
                String[][] rows = new String[hardest.length + 1][];
                rows[0] = new String[] {"Test image", "Label", "Misread by", "What was read"};
                for (int i = 0; i < hardest.length; i++) {
                    int label = table.label(hardest[i]);
                    rows[i + 1] = new String[] {
                        Integer.toString(hardest[i]),
                        Integer.toString(label),
                        Integer.toString(table.count(hardest[i])),
                        table.words(hardest[i], label)
                    };
                }
                return rows;
            }
        };
    }

    /**
     * Draws how many images were misread by how many networks. Bars grow with the root of the number, so that ten are seen beside
     * eight thousand.
     *
     * @param width in CSS pixels, at least 250
     * @param marked a number of networks whose bar stands out; −1 for none
     */
    public static void draw(Surface surface, double width, MisreadTable table, int marked) {
        double most = 1;
        for (int n = 0; n <= table.networks; n++) {
            most = Math.max(most, Math.sqrt(table.images(n)));
        }
        double step = width / (table.networks + 1);
        double bottom = HEIGHT - 40;
        surface.text("test images (heights: square roots)", 0, 13, 13, Align.START, Tone.INK, false);
        for (int n = 0; n <= table.networks; n++) {
            double height = (bottom - 40) * Math.sqrt(table.images(n)) / most;
            double x = (n + 0.5) * step;
            boolean stands = n == marked;
            surface.fill(
                    n * step + 2,
                    bottom - height,
                    step - 4,
                    height,
                    stands ? Tone.ACCENT : Tone.MUTED,
                    stands ? 1 : 0.55);
            Tone tone = stands ? Tone.ACCENT : Tone.INK;
            surface.text(Integer.toString(table.images(n)), x, bottom - height - 5, 12, Align.MIDDLE, tone, stands);
            surface.text(Integer.toString(n), x, bottom + 17, 13, Align.MIDDLE, Tone.MUTED, false);
        }
        surface.fill(0, bottom, width, 1, Tone.MUTED, 1);
        surface.text(
                "networks that misread it, of " + table.networks, width, HEIGHT - 5, 13, Align.END, Tone.INK, false);
    }
}
