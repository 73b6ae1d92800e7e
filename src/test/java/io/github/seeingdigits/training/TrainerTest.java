package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.digit.Augmentation;
import io.github.seeingdigits.network.HalfFloat;
import io.github.seeingdigits.network.ModelCodec;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Parameter;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final Recipe RECIPE = Recipe.of("dense 784 10").batch(32).epochs(2);

    @Test
    void whatIsLearnableIsLearnt() {
        Evaluation test = Evaluation.of(train(RECIPE, 1), TinyDigits.all().test());
        assertEquals(1, test.accuracy());
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
        byte[] once = ModelCodec.encode(train(RECIPE, 1));
        assertArrayEquals(once, ModelCodec.encode(train(RECIPE, 1)));
        assertFalse(Arrays.equals(once, ModelCodec.encode(train(RECIPE, 2))));
    }

    @Test
    void theSeedAlsoDecidesTheOrderOfTheImages() {
        Recipe fromZero = RECIPE.initialiser(Initialisation.ZERO);
        assertFalse(Arrays.equals(ModelCodec.encode(train(fromZero, 1)), ModelCodec.encode(train(fromZero, 2))));
    }

    @Test
    void theTrainedNetworkIsMadeOfHalves() {
        for (Parameter p : train(RECIPE, 1).parameters()) {
            for (float[] row : p.value.row) {
                for (float value : row) {
                    assertEquals(HalfFloat.round(value), value);
                }
            }
        }
    }

    @Test
    void everyImageIsShownOnceAnEpochInSmallerLastBatches() {
        List<Integer> images = new ArrayList<>();
        new Trainer(RECIPE, 1, TinyDigits.all()).run((step, shown, network) -> {
            assertEquals(images.size(), step);
            images.add(shown);
        });
        assertEquals(1 + 2 * RECIPE.stepsPerEpoch(300), images.size());
        assertEquals(List.of(0, 32, 64), images.subList(0, 3));
        assertEquals(List.of(288, 300, 332), images.subList(9, 12));
        assertEquals(600, images.get(images.size() - 1));
    }

    @Test
    @Fault("Trainer: loss that is not a number or infinite")
    void aLossThatIsNotFiniteStopsTrainingAndNamesTheLayer() {
        Recipe wild = Recipe.of("dense 784 4, dense 4 10")
                .optimiser(Optimisation.sgd(0, 0))
                .rate(1e30, Schedule.CONSTANT)
                .batch(32);
        String message =
                assertThrows(TrainingException.class, () -> train(wild, 3)).getMessage();
        assertTrue(message.startsWith("seed 3, epoch 1, step "), message);
        assertTrue(message.contains("the loss is ") && message.contains("because layer "), message);
        assertTrue(message.contains("Lower the rate 1.0E30; nothing was written"), message);
    }

    @Test
    @Fault("Trainer: loss that is not a number or infinite")
    void aParameterTooLargeForAHalfStopsTraining() {
        Recipe wild = RECIPE.optimiser(Optimisation.sgd(0, 0)).rate(1e7, Schedule.CONSTANT);
        String message =
                assertThrows(TrainingException.class, () -> train(wild, 1)).getMessage();
        assertTrue(message.contains("does not fit a half-precision number; lower the rate 1.0E7"), message);
    }

    @Test
    void networksOfEveryKindLearnAndTheirSeedsGiveTheSameBytes() {
        Recipe small = Recipe.of("conv 1x28x28 2 5 stride 2, relu 288, maxpool 2x12x12 2, dropout 72 0.2, dense 72 10")
                .batch(16)
                .epochs(12)
                .rate(0.01, Schedule.COSINE);
        List<Recipe> recipes = List.of(
                small.initialiser(Initialisation.HE),
                Recipe.of("yat 784 10 bias alpha learnable, softermax 10")
                        .initialiser(Initialisation.YAT_DEFAULT)
                        .batch(16)
                        .epochs(4),
                Recipe.of("yat 784 10")
                        .initialiser(Initialisation.classMeans(Initialisation.ZERO))
                        .batch(16)
                        .optimiser(Optimisation.adamW(0.01)),
                RECIPE.loss(Objective.DOUBLE_SOFTMAX).epochs(8),
                RECIPE.loss(Objective.SQUARED_ERROR).epochs(8));
        for (Recipe recipe : recipes) {
            Network once = train(recipe, 1);
            assertArrayEquals(ModelCodec.encode(once), ModelCodec.encode(train(recipe, 1)), recipe.toString());
            double accuracy = Evaluation.of(once, TinyDigits.all().test()).accuracy();
            assertTrue(accuracy > 0.9, accuracy + " with " + recipe);
        }
    }

    @Test
    void recipesSayWhichLossTheyMinimise() {
        assertEquals(
                "cross-entropy of the softmax, in nats",
                Record.recipe(RECIPE).path("loss").asText());
        Recipe softermax = Recipe.of("yat 784 10,  softermax 10");
        assertEquals(Objective.LIKELIHOOD, softermax.loss());
        assertEquals("yat 784 10, softermax 10", softermax.architecture());
        assertEquals(
                "negative logarithm of the label's probability, in nats",
                Record.recipe(softermax).path("loss").asText());
        assertEquals(
                "loss \"cross-entropy of the softmax, in nats\" is made for logits, but \"yat 784 10, softermax 10\" ends in probabilities",
                refusal(() -> softermax.loss(Objective.CROSS_ENTROPY)));
        assertEquals(
                "loss \"negative logarithm of the label's probability, in nats\" is made for probabilities, but \"dense 784 10\" ends in logits",
                refusal(() -> RECIPE.loss(Objective.LIKELIHOOD)));
    }

    @Test
    void initialisationsSayWhatTheyDo() {
        assertEquals(
                "orthogonal, biases zero, then every bias 0.0003",
                Initialisation.ORTHOGONAL.withBias(0.0003).toString());
        assertEquals(
                "class means, other layers He: normal with variance 2/inputs, biases zero",
                Initialisation.classMeans(Initialisation.HE).toString());
        assertEquals(
                "AdamW, β₁ 0.9, β₂ 0.999, weight decay 0.01",
                Optimisation.adamW(0.01).toString());
    }

    @Test
    void changedPicturesGiveAnotherModelThatAnyNumberOfThreadsRepeats() {
        Recipe changed =
                RECIPE.augmentation(new Augmentation(2, 10, 0.2, 0.1, 1, 0.5)).seeds(1, 1);
        byte[] once = ModelCodec.encode(train(changed, 1));
        assertFalse(Arrays.equals(ModelCodec.encode(train(RECIPE, 1)), once));
        Progress quiet = new Progress("tiny", 1, new PrintStream(PrintStream.nullOutputStream()), false);
        Runs helped = Runs.of(changed, TinyDigits.all(), 3, quiet);
        assertArrayEquals(once, ModelCodec.encode(helped.networks().get(0)));
    }

    @Test
    void classMeansAreThoseOfTheScaledPixels() {
        byte[][] pixels = new byte[3][784];
        pixels[0][5] = (byte) 255;
        pixels[1][5] = (byte) 51;
        pixels[2][6] = (byte) 102;
        float[][] means = ClassMeans.of(new LabelledImages(pixels, new int[] {4, 4, 9}, "", ""), 10);
        assertEquals(0.6f, means[4][5]);
        assertEquals(0, means[4][6]);
        assertEquals(0.4f, means[9][6]);
        assertEquals(0, means[0][5]);
    }

    @Test
    void aCosineFallsFromTheFullRateToZero() {
        assertEquals(1, Schedule.COSINE.factor(0));
        assertEquals(0.5, Schedule.COSINE.factor(0.5), 1e-15);
        assertEquals(0.25, Schedule.COSINE.factor(2 / 3.0), 1e-15);
        assertEquals(0, Schedule.COSINE.factor(1), 1e-15);
        assertEquals(1, Schedule.CONSTANT.factor(0.9));
    }

    @Test
    void recipesThatCannotWorkAreRefused() {
        assertEquals("rate must be > 0 and finite, got NaN", refusal(() -> RECIPE.rate(Double.NaN, Schedule.COSINE)));
        assertEquals("batch must be >= 1, got 0", refusal(() -> RECIPE.batch(0)));
        assertEquals("epochs must be >= 1, got 0", refusal(() -> RECIPE.epochs(0)));
        assertEquals("publishedSeed must be 1 to 5, got 6", refusal(() -> RECIPE.seeds(5, 6)));
        assertEquals("floor must be 0 to 1, got 92.0", refusal(() -> RECIPE.floor(92)));
    }

    private static String refusal(Runnable recipe) {
        return assertThrows(IllegalArgumentException.class, recipe::run).getMessage();
    }

    private static Network train(Recipe recipe, int seed) {
        return new Trainer(recipe, seed, TinyDigits.all()).run((step, images, network) -> {});
    }
}
