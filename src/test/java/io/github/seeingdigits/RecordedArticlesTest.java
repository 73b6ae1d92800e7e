package io.github.seeingdigits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code content/fragile.md} and {@code content/two-dimensions.md} say in words about numbers, the records say too. */
class RecordedArticlesTest {
    private static JsonNode record(String id) throws IOException {
        return new ObjectMapper().readTree(Path.of("models", id, "record.json").toFile());
    }

    private static double right(String id, String change, int point) throws IOException {
        return record(id)
                .at("/published/robustness/" + change + "/" + point + "/accuracy")
                .asDouble();
    }

    @Test
    void theReaderLosesLessThanTheSmallNetworkExceptInTwoColumns() throws IOException {
        assertTrue(right("reader", "shift", 2) > right("cnn", "shift", 2));
        assertTrue(right("reader", "rotation", 5) > right("cnn", "rotation", 5));
        assertTrue(right("reader", "scale", 2) > right("cnn", "scale", 2));
        assertTrue(right("reader", "strokeWidth", 5) > right("cnn", "strokeWidth", 5));
        assertTrue(right("reader", "noise", 2) < right("cnn", "noise", 2));
        assertTrue(right("reader", "inversion", 0) < right("cnn", "inversion", 0));
        assertTrue(right("reader", "noise", 4) < right("softmax-10", "noise", 4));
    }

    @Test
    void withoutConvolutionsNetworksFallTogether() throws IOException {
        for (String change : List.of("shift/2", "rotation/5", "scale/2")) {
            String[] at = change.split("/");
            double one = right("softmax-10", at[0], Integer.parseInt(at[1]));
            for (String id : List.of("hidden-10", "nmn-10")) {
                assertEquals(one, right(id, at[0], Integer.parseInt(at[1])), 0.03, id + " " + change);
            }
            assertTrue(right("cnn", at[0], Integer.parseInt(at[1])) > one + 0.2, change);
        }
    }

    @Test
    void noNetworkReadsAThirdOfNegatives() throws IOException {
        for (String id : List.of("softmax-10", "hidden-10", "nmn-10", "cnn", "reader")) {
            assertTrue(right(id, "inversion", 0) < 1 / 3.0, id);
        }
        assertTrue(right("softmax-10", "inversion", 0) < 0.01);
    }

    @Test
    void chainsThatAnswerEveryDigitAlikeAtTheStartFail() throws IOException {
        for (String id : List.of("plane-4", "plane-5")) {
            JsonNode recipe = record(id).at("/findings/outcomes/recipe");
            assertEquals(
                    recipe.at("/constantAtStart/seeds").asInt(),
                    recipe.at("/constantAtStart/collapsed").asInt());
            assertTrue(recipe.at("/notConstantAtStart/collapsed").asInt() <= 1);
            // Who always answers 1 misreads exactly as much.
            assertEquals(
                    1 - record(id).at("/baselines/majorityClass/accuracy").asDouble(),
                    recipe.at("/error/collapsed/mean").asDouble(),
                    1e-12);
        }
    }

    @Test
    void onlyStartsWithoutADeadLayerSaveEveryChain() throws IOException {
        JsonNode outcomes = record("plane-5").at("/findings/outcomes");
        for (String start : List.of("identity", "identity-bias", "leaky")) {
            assertEquals(0, outcomes.at("/" + start + "/constantAtStart/seeds").asInt(), start);
            assertEquals(0, outcomes.at("/" + start + "/collapsed").asInt(), start);
        }
        assertEquals(
                outcomes.at("/recipe/learned").asInt(),
                outcomes.at("/he/learned").asInt());
        assertEquals(
                outcomes.at("/recipe/learned").asInt(),
                outcomes.at("/single-softmax/learned").asInt());
    }
}
