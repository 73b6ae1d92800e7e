package io.github.seeingdigits.training;

/** How the learning rate changes during training. */
public enum Schedule {
    /** The same rate from the first step to the last. */
    CONSTANT("constant") {
        @Override
        double factor(double progress) {
            return 1;
        }
    },
    /** Half a cosine from the full rate down to zero (Loshchilov and Hutter 2017, arXiv:1608.03983, without restarts). */
    COSINE("cosine to zero") {
        @Override
        double factor(double progress) {
            return (1 + StrictMath.cos(Math.PI * progress)) / 2;
        }
    };

    private final String description;

    Schedule(String description) {
        this.description = description;
    }

    /** What the full rate is multiplied with. {@code progress} is the fraction of all steps already taken, in [0, 1). */
    abstract double factor(double progress);

    @Override
    public String toString() {
        return description;
    }
}
