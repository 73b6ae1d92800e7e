package io.github.seeingdigits.analysis;

/**
 * What a network was worth at moments of its training: loss and accuracy on the pictures it learns from and on those kept back.
 *
 * <p>However long a run is, a curve keeps at most {@link #MOST} moments: the steps that are multiples of a stride, which doubles
 * when there is no more room, and the last step. So memory stays bounded, and runs of the same length have the same moments.
 */
public final class LearningCurve {
    /** The most moments that are kept. */
    public static final int MOST = 257;

    /** Indices for {@link #get}: the number of steps taken. */
    public static final int STEP = 0;

    /** The mean loss in nats, on the pictures learnt from. */
    public static final int LOSS = 1;

    /** The share of them that is read correctly, 0 to 1. */
    public static final int RIGHT = 2;

    /** The mean loss in nats, on the pictures kept back. */
    public static final int HELD_LOSS = 3;

    /** The share of those that is read correctly, 0 to 1. */
    public static final int HELD_RIGHT = 4;

    /** How many numbers a moment has. */
    private static final int NUMBERS = 5;

    private final float[] numbers = new float[MOST * NUMBERS];
    private int size;
    private int stride = 1;

    /** A curve of no moments. */
    public LearningCurve() {}

    /** A curve of no moments that has room for one every {@code stride} steps, at first. */
    public static LearningCurve every(int stride) {
        LearningCurve curve = new LearningCurve();
        curve.stride = stride;
        return curve;
    }

    /** The inverse of {@link #toArray}; such a curve is to be read only. */
    public LearningCurve(float[] array) {
        size = array.length / NUMBERS;
        System.arraycopy(array, 0, numbers, 0, array.length);
    }

    /** Whether the moment after {@code step} steps will be kept when others follow. */
    boolean keeps(int step) {
        return step % stride == 0;
    }

    /** Adds a moment after all others. The last one goes if it is not to be kept. */
    void add(int step, double loss, double right, double heldLoss, double heldRight) {
        if (size > 0 && !keeps((int) get(size - 1, STEP))) {
            size--;
        }
        if (size == MOST) {
            thin();
        }
        int at = size++ * NUMBERS;
        numbers[at + STEP] = step;
        numbers[at + LOSS] = (float) loss;
        numbers[at + RIGHT] = (float) right;
        numbers[at + HELD_LOSS] = (float) heldLoss;
        numbers[at + HELD_RIGHT] = (float) heldRight;
    }

    private void thin() {
        stride *= 2;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (keeps((int) get(i, STEP))) {
                System.arraycopy(numbers, i * NUMBERS, numbers, kept++ * NUMBERS, NUMBERS);
            }
        }
        size = kept;
    }

    /** How many moments there are. */
    public int size() {
        return size;
    }

    /** A number of moment {@code i}, counted from 0: {@link #STEP}, {@link #LOSS}, … */
    public float get(int i, int which) {
        return numbers[i * NUMBERS + which];
    }

    /** A number of the last moment; 0 where there is none. */
    public float last(int which) {
        return size == 0 ? 0 : get(size - 1, which);
    }

    /** All moments in one array, to be sent elsewhere. */
    public float[] toArray() {
        float[] array = new float[size * NUMBERS];
        System.arraycopy(numbers, 0, array, 0, array.length);
        return array;
    }
}
