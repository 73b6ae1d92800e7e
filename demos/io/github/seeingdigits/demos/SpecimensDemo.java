package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Specimens;
import io.github.seeingdigits.figure.MisreadTable;
import io.github.seeingdigits.figure.SpecimensFigure;
import io.github.seeingdigits.network.Network;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** The data set in tabs of pictures; one that is pressed becomes the page's digit. */
final class SpecimensDemo implements Demo {
    private static final String TAB = "tab";
    private static final String DIGIT = "digit";

    /** Pictures shown at a time: whole pairs, and whole rows on most screens. */
    private static final int SHOWN = 24;

    private Stage stage;
    private CanvasSurface surface;
    private Choices tabs;
    private Choices digits;
    private Specimens specimens;
    private MisreadTable table;
    private int tab;
    private int digit;

    /** How many pictures of the tab come before those that are shown. */
    private int before;

    /** How many networks misread the picture that was pressed; −1 before one is. */
    private int marked = -1;

    @Override
    public boolean followsDigit() {
        return false;
    }

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        surface = stage.surface("counts");
        tab = stage.recall(TAB, 0, SpecimensFigure.TABS.length - 1, SpecimensFigure.tab(stage.parameters()));
        digit = stage.recall(DIGIT, 0, 9, 0);
        tabs = new Choices(stage.part("tabs"), TAB, SpecimensFigure.NAMES, k -> go(k, digit));
        digits = new Choices(stage.part("digits"), DIGIT, Choices.numbers(10), k -> go(0, k));
        stage.onPress("more", () -> {
            before += SHOWN;
            show();
        });
        stage.view(
                SpecimensFigure.VIEW,
                view -> {
                    table = new MisreadTable(stage.facts(), view);
                    SpecimenLoader.loadAll(
                            all -> {
                                specimens = all;
                                stage.onDraw(this::draw);
                                show();
                            },
                            stage.lost("The digits"));
                },
                stage.lost("The digits"));
    }

    private void say(String words) {
        Browser.write(stage.part("words"), words);
    }

    private void go(int to, int chosen) {
        tab = to;
        digit = chosen;
        before = 0;
        stage.keep(TAB, Integer.toString(tab));
        stage.keep(DIGIT, Integer.toString(digit));
        show();
    }

    private void show() {
        if (specimens == null) {
            return;
        }
        PageFacts facts = stage.facts();
        tabs.only(tab);
        digits.only(digit);
        stage.part("digits").getStyle().setProperty("display", tab == 0 ? "flex" : "none");
        HTMLElement host = stage.part("tiles");
        host.clear();
        boolean mnist = specimens.areMnist();
        boolean pictures = mnist || tab == 0;
        say(pictures ? "Press a digit, and every figure on this page reads it." : SpecimensFigure.places(facts, tab));
        Browser.write(
                stage.part("about"),
                mnist || tab > 0
                        ? SpecimensFigure.about(facts, table, tab)
                        : "This copy of the site has no test images; these digits are our own.");
        int[] images = tab == 0 ? ofDigit() : SpecimensFigure.images(facts, tab);
        if (before >= images.length) {
            before = 0;
        }
        stage.button("more").setHidden(!pictures || images.length <= SHOWN);
        for (int i = before; pictures && i < Math.min(images.length, before + SHOWN); i++) {
            int place = tab == 0 ? images[i] : specimens.at(images[i]);
            if (place >= 0) {
                tile(
                        host,
                        place,
                        mnist
                                ? SpecimensFigure.note(
                                        facts, table, tab, i, specimens.index(place), specimens.label(place))
                                : "");
            }
        }
        stage.drawSoon();
    }

    /** The places on the sheet of the chosen digit's specimens. */
    private int[] ofDigit() {
        int count = 0;
        int[] all = new int[specimens.size()];
        for (int i = 0; i < all.length; i++) {
            if (specimens.label(i) == digit) {
                all[count++] = i;
            }
        }
        int[] places = new int[count];
        System.arraycopy(all, 0, places, 0, count);
        return places;
    }

    private void tile(HTMLElement host, int place, String note) {
        HTMLElement tile = Tiles.add(host, specimens, place, Tiles.words(specimens, place), () -> {
            Tiles.put(specimens, place);
            int image = specimens.index(place);
            marked = specimens.areMnist() ? table.count(image) : -1;
            say(
                    specimens.areMnist()
                            ? table.words(image, specimens.label(place))
                            : "This is " + Tiles.words(specimens, place) + ".");
            stage.drawSoon();
        });
        HTMLElement small = HTMLDocument.current().createElement("small");
        Browser.write(small, note);
        tile.appendChild(small);
    }

    private void draw() {
        double width = surface.layoutWidth();
        surface.begin(width, SpecimensFigure.HEIGHT);
        SpecimensFigure.draw(surface, width, table, marked);
    }
}
