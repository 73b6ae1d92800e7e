package io.github.seeingdigits.training.experiment;

import io.github.seeingdigits.digit.Augmentation;
import io.github.seeingdigits.training.Examples;
import io.github.seeingdigits.training.Experiment;
import io.github.seeingdigits.training.Optimisation;
import io.github.seeingdigits.training.Recipe;
import io.github.seeingdigits.training.Schedule;

/**
 * The network behind the home page's pad. It is to read what people draw, so it sees no picture twice: each is shifted, turned,
 * slanted, scaled, bent and drawn with another pen every time; and a sixth of its training pictures are no scans but pen
 * strokes in styles that MNIST lacks. Dropout (Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov 2014) and weight decay keep
 * it from leaning on any of its weights.
 *
 * <p>Architecture and ranges were chosen among some ten by the last 10,000 training images; only then were all 60,000 used.
 */
public final class Reader implements Experiment {
    @Override
    public String id() {
        return "reader";
    }

    @Override
    public String title() {
        return "The reader";
    }

    @Override
    public String purpose() {
        return "The network that reads what is drawn on the home page: as good as fits into 64 KB.";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of("conv 1x28x28 16 5, maxpool 16x24x24 2, relu 2304, "
                        + "conv 16x12x12 24 3 pad 1, relu 3456, conv 24x12x12 32 3, maxpool 32x10x10 2, relu 800, "
                        + "conv 32x5x5 56 3, relu 504, dropout 504 0.2, dense 504 10")
                .examples(Examples.MNIST_AND_PEN)
                .augmentation(new Augmentation(1, 9, 0.2, 0.1, 1.8, 0.5))
                .optimiser(Optimisation.adamW(0.02))
                .rate(0.002, Schedule.COSINE)
                .epochs(36)
                .seeds(5, 1)
                .floor(0.9945);
    }
}
