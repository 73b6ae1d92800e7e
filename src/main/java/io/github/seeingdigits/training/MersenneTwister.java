package io.github.seeingdigits.training;

/**
 * The Mersenne Twister MT19937 (Matsumoto and Nishimura 1998, doi:10.1145/272991.272995, seeded as in their version of
 * 2002), with the draws that PyTorch makes from it on a CPU. It lets a run that was published with a PyTorch seed be
 * repeated from the same start and in the same order.
 *
 * <p>Everything else draws from {@link io.github.seeingdigits.network.SeededRandom}, which needs less and runs in the page.
 */
public final class MersenneTwister {
    private static final int N = 624;
    private static final int M = 397;
    private static final int MATRIX = 0x9908B0DF;
    private static final int UPPER = 0x80000000;
    private static final int LOWER = 0x7FFFFFFF;

    private final int[] state = new int[N];
    private int next = N;

    /** The stream that {@code torch.manual_seed(seed)} starts, for seeds of 32 bits. */
    public MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /** 32 random bits. */
    public int nextInt() {
        if (next == N) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < N; i++) {
            int y = (state[i] & UPPER) | (state[(i + 1) % N] & LOWER);
            state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : MATRIX);
        }
        next = 0;
    }

    /**
     * What {@code tensor.uniform_(low, high)} puts into a tensor of 32-bit floats: the lower 24 bits of a draw, scaled in
     * double precision and then rounded.
     */
    public float uniform(float low, float high) {
        double unit = (nextInt() & 0xFFFFFF) * 0x1p-24;
        return (float) (unit * (high - low) + low);
    }

    /**
     * What {@code torch.randperm(n)} gives: 0 … n−1, each place in turn swapped with itself or a later one, chosen by the
     * remainder of a draw.
     */
    public int[] permutation(int n) {
        int[] order = Pixels.inOrder(n);
        for (int i = 0; i < n - 1; i++) {
            int j = i + Integer.remainderUnsigned(nextInt(), n - i);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }
}
