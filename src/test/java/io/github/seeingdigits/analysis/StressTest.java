package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.seeingdigits.data.ModelFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StressTest {
    /** One pixel of ink, five to the right of the middle at (14, 14). */
    private static float[] dot() {
        float[] ink = new float[784];
        ink[28 * 14 + 19] = 1;
        return ink;
    }

    @Test
    void everyAmountThatWasMeasuredIsAStep() {
        JsonNode measured = ModelFolder.read(Path.of("models", "cnn")).record().at("/published/robustness");
        assertEquals(Stress.KINDS.length, measured.size());
        for (int kind = 0; kind < Stress.KINDS.length; kind++) {
            for (JsonNode point : measured.get(Stress.KINDS[kind])) {
                double amount = point.get("amount").asDouble();
                int step = Stress.step(kind, amount);
                assertEquals(amount, Stress.amount(kind, step), 1e-9, Stress.KINDS[kind]);
                assertTrue(step >= 0 && step <= Stress.steps(kind), Stress.KINDS[kind] + " " + amount);
            }
            double none = Stress.none(kind);
            assertEquals(none, Stress.amount(kind, Stress.step(kind, none)), 1e-9);
            assertArrayEquals(dot(), Stress.apply(kind, none, dot()), 1e-6f, Stress.KINDS[kind]);
        }
    }

    @Test
    void everyKindDoesWhatItsNameSays() {
        assertEquals(1, Stress.apply(0, 3, dot())[28 * 14 + 22], 1e-6, "to the right");
        assertEquals(1, Stress.apply(1, 90, dot())[28 * 19 + 14], 1e-6, "clockwise: from the right to below");
        assertEquals(
                6 / 11.0, Stress.apply(2, 1.1, dot())[28 * 14 + 19], 1e-6, "its place shows what lay 5 ÷ 1.1 away");
        assertEquals(1, Stress.apply(4, 1, dot())[28 * 13 + 19], 1e-6, "its neighbour");
        assertEquals(0, Stress.apply(4, -1, dot())[28 * 14 + 19], 1e-6, "thinner");
        assertEquals(1, Stress.apply(5, 1, dot())[0], 1e-6);
        float[] noisy = Stress.apply(3, 0.4, dot());
        double most = 0;
        for (int i = 0; i < 784; i++) {
            most = Math.max(most, Math.abs(noisy[i] - dot()[i]));
        }
        assertEquals(0.4, most, 0.01);
        assertArrayEquals(noisy, Stress.apply(3, 0.4, dot()), "it does not flicker");
        float[] ink = dot();
        assertSame(ink, Stress.apply(5, 0, ink));
    }
}
