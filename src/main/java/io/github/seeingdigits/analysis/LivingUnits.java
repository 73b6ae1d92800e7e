package io.github.seeingdigits.analysis;

/**
 * Which units of a layer of rectifiers are ever above zero. A unit that is zero for every training example passes no gradient
 * back, so nothing that leads into it can learn any more.
 */
public final class LivingUnits {
    private final boolean[] alive;

    /** Has seen no example yet, so none of its {@code units} is alive. */
    public LivingUnits(int units) {
        this.alive = new boolean[units];
    }

    /** Looks at one example: the layer's {@code activations} for it. */
    public void add(float[] activations) {
        for (int k = 0; k < alive.length; k++) {
            alive[k] |= activations[k] > 0;
        }
    }

    /** Whether unit {@code k} was above zero for any example. */
    public boolean alive(int k) {
        return alive[k];
    }

    /** How many units are alive. */
    public int count() {
        int count = 0;
        for (boolean one : alive) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
