package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.Plane;
import io.github.seeingdigits.network.Network;
import java.util.List;

/** In which direction the two classes of a network with two outputs are apart, over the test images. */
public final class ClassGap {
    private static final double ACROSS = 135;
    private static final double FULL_TURN = 360;

    private ClassGap() {}

    /**
     * Puts the direction from the mean point of class 0 to that of class 1, before training and after, and how each class
     * and all points together are stretched.
     *
     * <p>The network answers 1 where the second output is the larger one, so its border is the line y = x whatever it has learnt.
     * A gap straight across that border points to 135°; a gap along it would point to 45° or −135°.
     */
    public static void put(Study study, ObjectNode node) {
        angles(study, study.untrained(), node.putObject("beforeTraining"));
        angles(study, study.networks(), node.putObject("afterTraining"));
    }

    private static void angles(Study study, List<Network> networks, ObjectNode node) {
        int runs = networks.size();
        double[] angle = new double[runs];
        double[] offAcross = new double[runs];
        double[] zeros = new double[runs];
        double[] ones = new double[runs];
        double[] all = new double[runs];
        for (int i = 0; i < runs; i++) {
            LayerOutputs outputs = LayerOutputs.of(networks.get(i), study.data().test());
            int last = outputs.values().length - 1;
            Plane zero = new Plane(outputs.ofClass(last, 0));
            Plane one = new Plane(outputs.ofClass(last, 1));
            angle[i] = zero.angleTo(one);
            double off = Math.abs(angle[i] - ACROSS);
            offAcross[i] = Math.min(off, FULL_TURN - off);
            zeros[i] = zero.axis();
            ones[i] = one.axis();
            all[i] = new Plane(outputs.values()[last]).axis();
        }
        Spread.put(node, "degrees", angle);
        Spread.put(node, "degreesFromAcross", offAcross);
        Spread.put(node, "axisOfZeros", zeros);
        Spread.put(node, "axisOfOnes", ones);
        Spread.put(node, "axisOfAll", all);
    }
}
