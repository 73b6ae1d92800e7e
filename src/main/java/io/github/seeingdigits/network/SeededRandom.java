package io.github.seeingdigits.network;

/**
 * Random numbers that are the same on every machine: xoshiro128++ (Blackman and Vigna 2021, doi:10.1145/3460772).
 *
 * <p>It needs nothing but 32-bit integers, which the JVM and JavaScript treat alike; 64-bit arithmetic is slow in a
 * browser.
 */
public final class SeededRandom {
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    private int s0;
    private int s1;
    private int s2;
    private int s3;

    /** Spreads {@code seed} over the 128 bits of state, so that neighbouring seeds give unrelated streams. */
    public SeededRandom(int seed) {
        s0 = mix(seed + GOLDEN_RATIO);
        s1 = mix(seed + 2 * GOLDEN_RATIO);
        s2 = mix(seed + 3 * GOLDEN_RATIO);
        s3 = mix(seed + 4 * GOLDEN_RATIO);
    }

    /** Starts from the given state, for checking against published outputs. */
    SeededRandom(int s0, int s1, int s2, int s3) {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /** The 128 bits that decide all numbers to come; a new array of four. */
    public int[] state() {
        return new int[] {s0, s1, s2, s3};
    }

    /**
     * Goes on from what {@link #state} gave.
     *
     * @throws IllegalArgumentException if it is not four numbers, or all are zero, from which nothing but zeros would come
     */
    public void restore(int[] state) {
        if (state.length != 4 || (state[0] | state[1] | state[2] | state[3]) == 0) {
            throw new IllegalArgumentException("expected four numbers that are not all zero, got " + state.length);
        }
        s0 = state[0];
        s1 = state[1];
        s2 = state[2];
        s3 = state[3];
    }

    /** The finaliser of MurmurHash3 (Appleby 2011): a bijection in which every input bit reaches every output bit. */
    private static int mix(int h) {
        h = (h ^ (h >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }

    /** 32 random bits. */
    public int nextInt() {
        int result = Integer.rotateLeft(s0 + s3, 7) + s0;
        int t = s1 << 9;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Integer.rotateLeft(s3, 11);
        return result;
    }

    /** Uniform in 0 … bound−1, without the bias of a bare remainder. {@code bound} must be positive. */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be > 0, got " + bound);
        }
        while (true) {
            int bits = nextInt() >>> 1;
            int value = bits % bound;
            // The last, incomplete run of remainders makes this sum overflow: draw again.
            if (bits - value + (bound - 1) >= 0) {
                return value;
            }
        }
    }

    /** Uniform in [0, 1), a multiple of 2⁻²⁴, so it is exact as a float. */
    public float nextFloat() {
        return (nextInt() >>> 8) * 0x1p-24f;
    }

    /**
     * Normally distributed with mean 0 and standard deviation 1: √(−2·ln u)·cos 2πv for uniform u in (0, 1] and v in [0, 1)
     * (Box and Muller 1958, doi:10.1214/aoms/1177706645). Never beyond ±5.8, as u is a multiple of 2⁻²⁴. Two draws.
     */
    public double nextGaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - nextFloat()));
        return radius * StrictMath.cos(2 * Math.PI * nextFloat());
    }

    /** Puts {@code values} in random order (Fisher and Yates; Durstenfeld 1964, doi:10.1145/364520.364540). */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }
}
