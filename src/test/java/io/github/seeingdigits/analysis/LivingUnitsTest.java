package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LivingUnitsTest {
    @Test
    void oneExampleAboveZeroIsEnoughAndZeroIsNot() {
        LivingUnits living = new LivingUnits(3);
        assertEquals(0, living.count());
        living.add(new float[] {0, 0, -1});
        living.add(new float[] {0, 1e-30f, -2});
        living.add(new float[] {0, 0, 0});
        assertFalse(living.alive(0));
        assertTrue(living.alive(1));
        assertFalse(living.alive(2));
        assertEquals(1, living.count());
    }
}
