package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Damage;
import io.github.seeingdigits.Fault;
import org.junit.jupiter.api.Test;

class ReplayTest {
    /** A replay without snapshots may declare this many bytes for each. */
    private static final long LARGEST_SNAPSHOT = 2 << 20;

    static final Damage DAMAGE =
            Damage.to(ModelFormatException.class, "", Replay::decode).allocating(100, LARGEST_SNAPSHOT);
    private static final int SCALE = Bytes.HEADER + 6;
    private static final int FIRST_ACCURACY = Bytes.HEADER + 10 + 4;

    @Test
    void snapshotsComeBackWithinHalfAStepOfTheScale() {
        Replay replay = replay();
        Replay back = Replay.decode(replay.encode());
        assertEquals(3, back.size());
        for (int s = 0; s < 3; s++) {
            assertEquals(replay.imagesSeen(s), back.imagesSeen(s));
            assertEquals(replay.accuracy(s), back.accuracy(s));
            assertArrayEquals(replay.snapshot(s), back.snapshot(s), replay.largest() / 254 * 1.0001f);
        }
    }

    @Test
    void whatWasMeasuredAtEachMomentIsKept() {
        Replay replay = new Replay(1);
        replay.add(64, 0.25f, new float[1]);
        replay.add(128, 0.5f, new float[1]);
        replay.add(192, 1, new float[1]);
        Replay back = Replay.decode(replay.encode());
        assertEquals(64, back.imagesSeen(0));
        assertEquals(128, back.imagesSeen(1));
        assertEquals(0.25f, back.accuracy(0));
        assertEquals(0.5f, back.accuracy(1));
        assertEquals(1, back.accuracy(2));
    }

    @Test
    void aSecondRoundTripChangesNothing() {
        byte[] once = replay().encode();
        assertArrayEquals(once, Replay.decode(once).encode());
    }

    @Test
    void aReplayOfZerosIsPossible() {
        Replay replay = new Replay(2);
        replay.add(0, 0, new float[2]);
        assertArrayEquals(new float[2], Replay.decode(replay.encode()).snapshot(0));
    }

    @Test
    @Fault("Model file: every truncation")
    void everyTruncationIsRefused() {
        DAMAGE.everyTruncationIsRefused(replay().encode());
    }

    @Test
    @Fault("Model file: every single-bit flip")
    void everySingleBitFlipIsRefused() {
        DAMAGE.everySingleBitFlipIsRefused(replay().encode());
    }

    @Test
    @Fault("Model file: trailing bytes")
    void trailingBytesAreRefused() {
        DAMAGE.trailingBytesAreRefused(replay().encode());
    }

    @Test
    @Fault("Model file: unknown version")
    void anUnknownVersionIsRefused() {
        byte[] file = replay().encode();
        file[3] = '9';
        String message = DAMAGE.message(Damage.resealed(file));
        assertTrue(message.contains("does not start with \"SDR1\""), message);
    }

    @Test
    void aScaleOrAccuracyThatIsNoNumberIsRefused() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -1}) {
            for (int at : new int[] {SCALE, FIRST_ACCURACY}) {
                byte[] file = replay().encode();
                Bytes.int32(file, at, Float.floatToIntBits(bad));
                DAMAGE.message(Damage.resealed(file));
            }
        }
    }

    @Test
    void aScaleOfZeroIsRefused() {
        byte[] file = replay().encode();
        Bytes.int32(file, SCALE, 0);
        DAMAGE.message(Damage.resealed(file));
    }

    @Test
    void countsThatDoNotFitTheLengthAreRefused() {
        for (int count : new int[] {0, 2, 4, 65535}) {
            byte[] file = replay().encode();
            Bytes.int16(file, Bytes.HEADER, count);
            DAMAGE.message(Damage.resealed(file));
        }
        for (int values : new int[] {0, -1, 3, 5, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            byte[] file = replay().encode();
            Bytes.int32(file, Bytes.HEADER + 2, values);
            DAMAGE.message(Damage.resealed(file));
        }
    }

    @Test
    void aSnapshotOfAnotherSizeIsRefused() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> new Replay(4).add(0, 0, new float[3]));
        assertEquals("expected 4 values, got 3", e.getMessage());
    }

    static Replay replay() {
        Replay replay = new Replay(4);
        replay.add(0, 0.1f, new float[] {0.01f, -0.02f, 0.03f, 0});
        replay.add(64, 0.5f, new float[] {-0.5f, 0.4f, 0.3f, 0.1f});
        replay.add(128, 0.9f, new float[] {1.5f, -1.5f, 0.2f, 0.7f});
        return replay;
    }

    @Test
    @Fault("Every stage: damaged input to a parser")
    void whateverComesIsReadOrRefused() {
        DAMAGE.whateverComesIsAnsweredOrRefused(replay().encode(), 3_000);
        DAMAGE.whateverComesIsAnsweredOrRefused(replay().encode(), 5_000, Damage::resealed);
    }
}
