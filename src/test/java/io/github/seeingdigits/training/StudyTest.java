package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyTest {
    private static final Recipe RECIPE =
            Recipe.of("dense 784 4, relu 4, dense 4 10").epochs(1).seeds(2, 1);
    private static final DataSet DATA = TinyDigits.all();
    private static final double[][] ACCURACIES = {{0.1}, {0.2}};

    private final List<DataSet> trainedOn = new ArrayList<>();
    private final List<Network> networks = new Study(
                    RECIPE, List.of(network(1), network(2)), ACCURACIES, DATA, this::train, Map.of(), Map.of())
            .untrained();
    private final Study study = new Study(RECIPE, networks, ACCURACIES, DATA, this::train, Map.of(), Map.of());

    private static Network network(int seed) {
        Network network = new Network(RECIPE.architecture(), 1, new PlainOps());
        network.initialise(RECIPE.initialiser().initialiser(DATA.train()), new SeededRandom(seed));
        return network;
    }

    private List<Network> train(DataSet data) {
        trainedOn.add(data);
        return networks;
    }

    @Test
    void untrainedNetworksAreThoseThatTrainingStartsFrom() {
        float[] x = new float[784];
        Arrays.fill(x, 0.5f);
        for (int seed = 1; seed <= 2; seed++) {
            float[][] first = new float[1][];
            new Trainer(RECIPE, seed, DATA).run((step, images, network) -> {
                if (step == 0) {
                    first[0] = Study.copy(network).logits(x).clone();
                }
            });
            assertArrayEquals(first[0], study.untrained().get(seed - 1).logits(x));
        }
    }

    @Test
    void moreStartsThanRunsBeginWithTheRunsOwn() {
        List<Network> more = study.untrained(3);
        assertEquals(3, more.size());
        float[] x = new float[784];
        Arrays.fill(x, 0.5f);
        for (int i = 0; i < 2; i++) {
            assertArrayEquals(study.untrained().get(i).logits(x), more.get(i).logits(x));
        }
        assertFalse(Arrays.equals(more.get(1).logits(x), more.get(2).logits(x)));
        assertArrayEquals(ACCURACIES, study.testByEpoch());
    }

    @Test
    void shuffledLabelsAreTheSameLabelsInAnotherOrderAndTheTestSetIsLeftAlone() {
        study.trainedOnShuffledLabels();
        LabelledImages shuffled = trainedOn.get(0).train();
        assertSame(DATA.test(), trainedOn.get(0).test());
        assertSame(DATA.train().pixels(), shuffled.pixels());
        int[] before = DATA.train().labels().clone();
        int[] after = shuffled.labels().clone();
        assertFalse(Arrays.equals(before, after));
        Arrays.sort(before);
        Arrays.sort(after);
        assertArrayEquals(before, after);
        study.trainedOnShuffledLabels();
        assertArrayEquals(shuffled.labels(), trainedOn.get(1).train().labels(), "the control is the same every time");
    }

    @Test
    void activationsComeImageByImageWithTheirLabels() {
        List<float[]> activations = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        Study.activations(networks.get(0), 1, DATA.test(), (row, label) -> {
            activations.add(row.clone());
            labels.add(label);
        });
        assertEquals(DATA.test().size(), activations.size());
        Network network = Study.copy(networks.get(0));
        for (int i = 0; i < activations.size(); i++) {
            float[] x = new float[784];
            for (int k = 0; k < x.length; k++) {
                x[k] = (DATA.test().pixels()[i][k] & 0xFF) / 255f;
            }
            network.logits(x);
            assertArrayEquals(network.output(1).row[0], activations.get(i), 1e-5f, "image " + i);
            assertEquals(DATA.test().labels()[i], labels.get(i));
        }
    }

    @Test
    void aRunCanBeWatchedEpochByEpoch() {
        Recipe recipe = RECIPE.epochs(3).seeds(2, 2);
        List<Integer> moments = new ArrayList<>();
        List<float[]> biases = new ArrayList<>();
        new Study(recipe, networks, ACCURACIES, DATA, this::train, Map.of(), Map.of()).watch((epoch, network) -> {
            moments.add(epoch);
            biases.add(network.parameters().get(3).value.row[0].clone());
        });
        assertEquals(List.of(0, 1, 2, 3), moments);
        float[] last = new Trainer(recipe, 2, DATA)
                .run((step, images, network) -> {})
                .parameters()
                .get(3)
                .value
                .row[0];
        assertArrayEquals(last, biases.get(3), 1e-3f);
        assertFalse(Arrays.equals(biases.get(0), biases.get(3)));
    }

    @Test
    void aCopyMayBeChangedWithoutChangingTheOriginal() {
        Network copy = Study.copy(networks.get(0));
        assertNotSame(copy, networks.get(0));
        float[] x = new float[784];
        float[] before = networks.get(0).logits(x).clone();
        copy.parameters().forEach(p -> p.value.fill(9));
        assertArrayEquals(before, networks.get(0).logits(x));
    }
}
