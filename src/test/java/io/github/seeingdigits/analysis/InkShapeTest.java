package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InkShapeTest {
    private static InkShape of(String strokes) {
        return InkShape.of(Ink.of(Drawing.decode(strokes)));
    }

    @Test
    void anEmptyPictureIsEmpty() {
        assertEquals(InkShape.EMPTY, of(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"500,500", "300,300;700,700"})
    void dotsHaveTooLittleInk(String strokes) {
        assertEquals(InkShape.TOO_LITTLE, of(strokes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"200,500,800,500", "480,500,520,505"})
    void dashesAreTooFlat(String strokes) {
        assertEquals(InkShape.TOO_FLAT, of(strokes));
    }

    @Test
    void aScribbleHasTooMuchInk() {
        Random random = new Random(3);
        Drawing scribble = new Drawing();
        scribble.begin(0.5f, 0.5f);
        for (int i = 0; i < 100; i++) {
            scribble.extend(0.1f + 0.8f * random.nextFloat(), 0.1f + 0.8f * random.nextFloat());
        }
        assertEquals(InkShape.TOO_MUCH, InkShape.of(Ink.of(scribble)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"500,150,500,850", "300,250,700,250,450,850", "500,200,510,330"})
    void strokesThatCouldBeDigitsPass(String strokes) {
        assertEquals(InkShape.POSSIBLE, of(strokes));
    }
}
