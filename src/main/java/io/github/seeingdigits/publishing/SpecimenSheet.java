package io.github.seeingdigits.publishing;

import io.github.seeingdigits.data.DataException;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Handwriting;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.digit.Specimens;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A thousand example digits for the page, a hundred of each: a grey picture of tiles, and beside it what is on them.
 *
 * <pre>{"source": "mnist-test", "columns": 40, "labels": "0123456789012…", "indices": [3, 2, 1, …]}</pre>
 *
 * <p>Where MNIST is at hand they are the first hundred test images of each digit; {@code indices} are their places in the test
 * set. Elsewhere they are our own ({@code "source": "own"}): those of {@code content/strokes.json} and then what {@link
 * Handwriting} draws; {@code indices} then only count.
 *
 * <p>In both cases the digits take turns, so that any beginning of the sheet has as many of one as of any other.
 *
 * <p>Where MNIST is at hand there is a second such sheet, of the test images that records want to be seen: those that networks misread.
 */
final class SpecimenSheet {
    private static final String MNIST = "mnist-test";
    private static final int DIGITS = 10;
    private static final int OF_EACH = 100;
    private static final int COLUMNS = 40;
    private static final int COUNT = DIGITS * OF_EACH;
    /** Where a record lists the test images for the second sheet. */
    private static final String WANTED = "findings/misread/specimens";

    private static final int HANDWRITING_SEED = 1;

    private final Specimens specimens;
    private final byte[] png;
    private final byte[] json;

    /**
     * Lays out a sheet; where the last row is not full, the rest of it is paper.
     *
     * @param pixels 784 bytes for each specimen
     * @param labels what each shows
     * @param indices the place of each in its source
     */
    private SpecimenSheet(String source, byte[][] pixels, int[] labels, int[] indices) throws IOException {
        int width = COLUMNS * Ink.SIZE;
        int rows = (pixels.length + COLUMNS - 1) / COLUMNS;
        byte[] sheet = new byte[rows * COLUMNS * Ink.PIXELS];
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < pixels.length; i++) {
            int corner = i / COLUMNS * Ink.SIZE * width + i % COLUMNS * Ink.SIZE;
            for (int j = 0; j < Ink.SIZE; j++) {
                System.arraycopy(pixels[i], j * Ink.SIZE, sheet, corner + j * width, Ink.SIZE);
            }
            digits.append(labels[i]);
        }
        specimens = new Specimens(sheet, COLUMNS, digits.toString(), indices, source.equals(MNIST));
        png = Png.encodeGrey(width, rows * Ink.SIZE, sheet);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("source", source);
        content.put("columns", COLUMNS);
        content.put("labels", digits.toString());
        content.put("indices", indices);
        json = Json.MAPPER.writeValueAsBytes(content);
    }

    /** The digits from 0 to 9 again and again. */
    private static int[] takingTurns() {
        return IntStream.range(0, COUNT).map(i -> i % DIGITS).toArray();
    }

    /**
     * The sheet for this machine.
     *
     * @param environment see {@link Mnist#find}
     * @throws PublishException if MNIST is there but damaged
     */
    static SpecimenSheet of(SampleDigits samples, Map<String, String> environment) throws IOException {
        Optional<LabelledImages> test = test(environment);
        return test.isPresent() ? ofMnist(test.get()) : ofOurOwn(samples);
    }

    private static Optional<LabelledImages> test(Map<String, String> environment) {
        try {
            return Mnist.find(environment).map(Mnist::test);
        } catch (DataException e) {
            throw new PublishException("the sheet of test digits cannot be made: " + e.getMessage(), e);
        }
    }

    /**
     * The sheet of test images that networks misread and that are not on the first sheet; empty without MNIST, or if no record names
     * any.
     *
     * @throws PublishException if MNIST is there but damaged, or a record names an image that there is not
     */
    Optional<SpecimenSheet> mistakes(Models models, Map<String, String> environment) throws IOException {
        Optional<LabelledImages> test = test(environment);
        if (test.isEmpty()) {
            return Optional.empty();
        }
        TreeSet<Integer> wanted = new TreeSet<>();
        for (Models.Model model : models.all()) {
            Excerpt record = new Excerpt(model.id(), model.record(), List.of(WANTED));
            for (double image : record.numbers(WANTED)) {
                if (image < 0 || image >= test.get().size() || image != (int) image) {
                    throw PublishException.in(
                            "models/" + model.id() + "/record.json",
                            WANTED + " names test image " + image + ", expected 0 to "
                                    + (test.get().size() - 1) + "; run ./train " + model.id());
                }
                wanted.add((int) image);
            }
        }
        for (int i = 0; i < specimens.size(); i++) {
            wanted.remove(specimens.index(i));
        }
        int[] indices = wanted.stream().mapToInt(i -> i).toArray();
        byte[][] pixels = wanted.stream().map(i -> test.get().pixels()[i]).toArray(byte[][]::new);
        int[] labels = wanted.stream().mapToInt(i -> test.get().labels()[i]).toArray();
        return wanted.isEmpty() ? Optional.empty() : Optional.of(new SpecimenSheet(MNIST, pixels, labels, indices));
    }

    private static SpecimenSheet ofMnist(LabelledImages test) throws IOException {
        byte[][] pixels = new byte[COUNT][];
        int[] indices = new int[COUNT];
        int[] found = new int[DIGITS];
        for (int i = 0; i < test.size(); i++) {
            int digit = test.labels()[i];
            if (found[digit] < OF_EACH) {
                int place = found[digit]++ * DIGITS + digit;
                pixels[place] = test.pixels()[i];
                indices[place] = i;
            }
        }
        return new SpecimenSheet(MNIST, pixels, takingTurns(), indices);
    }

    private static SpecimenSheet ofOurOwn(SampleDigits samples) throws IOException {
        byte[][] pixels = new byte[COUNT][Ink.PIXELS];
        int[] indices = new int[COUNT];
        Handwriting handwriting = new Handwriting(HANDWRITING_SEED);
        for (int place = 0; place < COUNT; place++) {
            int digit = place % DIGITS;
            List<Drawing> drawn = samples.all(digit);
            int round = place / DIGITS;
            float[] ink = Ink.of(round < drawn.size() ? drawn.get(round) : handwriting.next(digit));
            for (int k = 0; k < ink.length; k++) {
                pixels[place][k] = (byte) Math.round(ink[k] * 255);
            }
            indices[place] = place;
        }
        return new SpecimenSheet("own", pixels, takingTurns(), indices);
    }

    /** The picture: black paper, white ink, as in MNIST. */
    byte[] png() {
        return png.clone();
    }

    /** What is on the picture. */
    byte[] json() {
        return json.clone();
    }

    /** The same as the page will read. */
    Specimens specimens() {
        return specimens;
    }
}
