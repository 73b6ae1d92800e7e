package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.PlainOps;

/** How hard the cross-entropy pulls at the logits with one softmax and with two, and how small it can get. */
public final class LossGradient {
    /** How far one logit is from the others, which are equal: from sure and wrong to sure and right. */
    private static final int FARTHEST = 12;

    private LossGradient() {}

    /**
     * Puts three curves over the right class's logit less the others', which are all the same, from −12 to 12: its probability,
     * and for each loss the length of the gradient with respect to the logits and the loss itself.
     */
    public static void put(int classes, ObjectNode node) {
        ArrayNode lead = node.putArray("lead");
        ArrayNode probability = node.putArray("probability");
        for (int z = -FARTHEST; z <= FARTHEST; z++) {
            lead.add(z);
            probability.add(1 / (1 + (classes - 1) * StrictMath.exp(-z)));
        }
        curve(node.putObject("single"), Objective.CROSS_ENTROPY, classes);
        curve(node.putObject("double"), Objective.DOUBLE_SOFTMAX, classes);
        // The first softmax gives at most 1 and 0, so the second at most e/(e + classes − 1).
        node.put("leastDoubleLoss", StrictMath.log(1 + (classes - 1) / Math.E));
    }

    private static void curve(ObjectNode node, Objective objective, int classes) {
        PlainOps ops = new PlainOps();
        Matrix logits = ops.matrix(1, classes);
        Matrix gradient = ops.matrix(1, classes);
        ArrayNode length = node.putArray("gradientLength");
        ArrayNode loss = node.putArray("loss");
        for (int z = -FARTHEST; z <= FARTHEST; z++) {
            logits.row[0][0] = z;
            loss.add(objective.loss().lossAndGradient(logits, new int[] {0}, gradient, 1));
            double sum = 0;
            for (float g : gradient.row[0]) {
                sum += (double) g * g;
            }
            length.add(Math.sqrt(sum));
        }
    }
}
