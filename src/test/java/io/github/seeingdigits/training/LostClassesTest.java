package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostClassesTest {
    @Test
    void aClassFoldedOntoAnotherIsLostAtTheRectifier() {
        Recipe recipe = Recipe.of("dense 784 2, relu 2, dense 2 3").seeds(1, 1);
        Network network = new Network(recipe.architecture(), 1, new PlainOps());
        Dense first = (Dense) network.layers().get(0);
        for (int k = 0; k < 56; k++) {
            first.weight().value.row[k][0] = 1; // digit 0 to the right
            first.weight().value.row[56 + k][0] = -1; // digit 1 to the left
            first.weight().value.row[56 + k][1] = -1;
            first.weight().value.row[112 + k][0] = -1; // digit 2 to the left, twice as low
            first.weight().value.row[112 + k][1] = -2;
        }
        Dense last = (Dense) network.layers().get(2);
        last.weight().value.row[0][0] = 1;
        last.bias().value.row[0][1] = 1;
        ObjectNode node = ModelFolder.newObject();
        LostClasses.put(Studies.of(recipe, List.of(network), TinyDigits.all().first(3)), node);
        assertEquals("{\"1\":1}", node.path("runsByLostClasses").toString());
        assertEquals("{\"2\":1}", node.path("lostByDigit").toString());
        assertEquals(1.0 / 3, node.at("/errorWithLostClass/mean").asDouble(), 1e-9);
        assertTrue(node.path("errorWithoutLostClass").isMissingNode());
        assertEquals(0, node.at("/cutErrorBeforeRectifier/mean").asDouble());
        assertEquals(0.5, node.at("/cutErrorAfterRectifier/mean").asDouble());
        assertEquals(1, node.at("/livingUnitsWithLostClass/mean").asDouble());
    }

    @Test
    void theSecondSoftmaxTakesTheGradientFromWhatIsSureAndWrong() {
        ObjectNode node = ModelFolder.newObject();
        LossGradient.put(3, node);
        int undecided = 12;
        assertEquals(0, node.path("lead").path(undecided).asInt());
        assertEquals(1.0 / 3, node.path("probability").path(undecided).asDouble(), 1e-12);
        // (1/3, 1/3, −2/3) has length √(2/3); the second softmax's derivative at thirds is a third.
        assertEquals(
                Math.sqrt(2.0 / 3),
                node.at("/single/gradientLength/" + undecided).asDouble(),
                1e-6);
        assertEquals(
                Math.sqrt(2.0 / 3) / 3,
                node.at("/double/gradientLength/" + undecided).asDouble(),
                1e-6);
        assertEquals(Math.log(3), node.at("/double/loss/" + undecided).asDouble(), 1e-6);
        // Sure and wrong: (1/2, 1/2, −1) for one softmax, next to nothing for two.
        assertEquals(Math.sqrt(1.5), node.at("/single/gradientLength/0").asDouble(), 1e-4);
        assertTrue(node.at("/double/gradientLength/0").asDouble() < 1e-5);
        assertEquals(
                -Math.log(Math.E / (Math.E + 2)), node.path("leastDoubleLoss").asDouble(), 1e-12);
        assertEquals(
                node.path("leastDoubleLoss").asDouble(),
                node.at("/double/loss/24").asDouble(),
                1e-4);
    }
}
