package io.github.seeingdigits.training.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.training.Experiment;
import io.github.seeingdigits.training.Initialisation;
import io.github.seeingdigits.training.Recipe;
import io.github.seeingdigits.training.Schedule;
import io.github.seeingdigits.training.Study;
import io.github.seeingdigits.training.Tour;
import java.util.List;

/**
 * A convolutional network to look into: two rounds of filters, rectifiers and pooling, then a hidden layer, after LeCun, Bottou,
 * Bengio and Haffner 1998 (doi:10.1109/5.726791), at a third of LeNet-5's size.
 */
public final class Cnn implements Experiment {
    /** The second pooling, the hidden units behind their rectifier, the logits. */
    private static final List<Integer> LAYERS = List.of(5, 7, 8);

    @Override
    public String id() {
        return "cnn";
    }

    @Override
    public String title() {
        return "A small convolutional network";
    }

    @Override
    public String purpose() {
        return "What sharing weights across the picture is good for, in a network small enough to show every feature map.";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of("conv 1x28x28 8 5, relu 4608, maxpool 8x24x24 2, "
                        + "conv 8x12x12 16 5, relu 1024, maxpool 16x8x8 2, dense 256 64, relu 64, dense 64 10")
                .initialiser(Initialisation.HE)
                .rate(0.001, Schedule.COSINE)
                .epochs(10)
                .seeds(5, 1)
                .floor(0.988);
    }

    @Override
    public void measure(Study study, ObjectNode findings) {
        Tour.measure(study, LAYERS, findings.putObject("tour"));
    }
}
