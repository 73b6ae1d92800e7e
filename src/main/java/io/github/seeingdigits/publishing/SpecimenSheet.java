package io.github.seeingdigits.publishing;

import io.github.seeingdigits.data.DataException;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Handwriting;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.digit.Specimens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 */
final class SpecimenSheet {
    private static final String MNIST = "mnist-test";
    private static final int DIGITS = 10;
    private static final int OF_EACH = 100;
    private static final int COLUMNS = 40;
    private static final int COUNT = DIGITS * OF_EACH;
    private static final int HANDWRITING_SEED = 1;

    private final Specimens specimens;
    private final byte[] png;
    private final byte[] json;

    /**
     * Lays out a sheet.
     *
     * @param pixels 784 bytes for each specimen, a 0 first, then a 1, …, a 9, a 0 again
     * @param indices the place of each in its source
     */
    private SpecimenSheet(String source, byte[][] pixels, int[] indices) throws IOException {
        int width = COLUMNS * Ink.SIZE;
        byte[] sheet = new byte[COUNT * Ink.PIXELS];
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            int corner = i / COLUMNS * Ink.SIZE * width + i % COLUMNS * Ink.SIZE;
            for (int j = 0; j < Ink.SIZE; j++) {
                System.arraycopy(pixels[i], j * Ink.SIZE, sheet, corner + j * width, Ink.SIZE);
            }
            labels.append(i % DIGITS);
        }
        specimens = new Specimens(sheet, COLUMNS, labels.toString(), indices, source.equals(MNIST));
        png = Png.encodeGrey(width, COUNT / COLUMNS * Ink.SIZE, sheet);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("source", source);
        content.put("columns", COLUMNS);
        content.put("labels", labels.toString());
        content.put("indices", indices);
        json = Json.MAPPER.writeValueAsBytes(content);
    }

    /**
     * The sheet for this machine.
     *
     * @param environment see {@link Mnist#find}
     * @throws PublishException if MNIST is there but damaged
     */
    static SpecimenSheet of(SampleDigits samples, Map<String, String> environment) throws IOException {
        try {
            Optional<Path> folder = Mnist.find(environment);
            return folder.isPresent() ? ofMnist(Mnist.test(folder.get())) : ofOurOwn(samples);
        } catch (DataException e) {
            throw new PublishException("the sheet of test digits cannot be made: " + e.getMessage(), e);
        }
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
        return new SpecimenSheet(MNIST, pixels, indices);
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
        return new SpecimenSheet("own", pixels, indices);
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
