package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.ModelFolder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hundred images of threes, and three networks: two good ones that misread two each, and one that misreads most. */
class MisreadTest {
    private static final LabelledImages SET = threes();

    private static LabelledImages threes() {
        int[] labels = new int[150];
        Arrays.fill(labels, 3);
        return new LabelledImages(new byte[150][784], labels, "", "");
    }

    /** Reads 3 with probability 0.9, except for the image that its name says, and gives its answer 0.6 there and the label 0.3. */
    private static Answers answers(int[]... mistakes) {
        int[] read = SET.labels().clone();
        float[][] probabilities = new float[read.length][10];
        for (float[] row : probabilities) {
            row[3] = 0.9f;
        }
        for (int[] mistake : mistakes) {
            read[mistake[0]] = mistake[1];
            probabilities[mistake[0]][3] = 0.3f;
            probabilities[mistake[0]][mistake[1]] = 0.6f;
        }
        return new Answers(read, probabilities);
    }

    private static final Answers POOR = answers(
            new int[] {140, 5},
            new int[] {1, 2},
            new int[] {2, 2},
            new int[] {4, 2},
            new int[] {5, 2},
            new int[] {6, 2},
            new int[] {7, 2},
            new int[] {8, 2});

    private static Misread misread() {
        return new Misread(
                SET,
                List.of("a", "b", "c"),
                List.of(
                        answers(new int[] {140, 8}, new int[] {1, 5}),
                        answers(new int[] {140, 8}, new int[] {1, 6}),
                        POOR));
    }

    @Test
    void theHardestAreMisreadByMostAndNeitherOrderNorPlaceIsLeftToChance() {
        assertArrayEquals(new int[] {1, 140, 2, 4, 5, 6, 7, 8}, misread().hardest());
        assertEquals(3, misread().count(140));
        assertEquals(0, misread().count(0));
    }

    @Test
    void aLabelIsSuspectIfAllGoodNetworksAgreeOnAnother() {
        assertEquals(8, misread().suspected(140), "the poor network, which says 5, is not heard");
        assertEquals(-1, misread().suspected(1), "the good ones contradict each other");
        assertEquals(-1, misread().suspected(2));
        assertArrayEquals(new int[] {140}, misread().suspects());
    }

    @Test
    void theRecordHoldsPlacesAndNumbers() {
        ObjectNode node = ModelFolder.newObject();
        misread().put(node, new int[] {77});
        assertEquals("[142,6,0,2]", node.get("imagesByNetworks").toString());
        assertEquals("{\"id\":\"c\",\"misread\":8}", node.at("/networks/2").toString());
        assertEquals(0.4, node.at("/suspects/0/probability").asDouble(), 1e-6, "(0.6 + 0.6 + 0)/3");
        assertEquals(0.3, node.at("/suspects/0/probabilityOfLabel").asDouble(), 1e-6);
        assertEquals("[1,2,4,5,6,7,8,77,140]", node.get("specimens").toString());
    }

    @Test
    void theViewHasARowForEachImageThatSomeNetworkMisreads() {
        assertArrayEquals(new int[] {8, 6}, misread().view().shape());
        float[] last = Arrays.copyOfRange(misread().view().values(), 42, 48);
        assertArrayEquals(new float[] {1, 40, 3, 8, 8, 5}, last);
    }
}
