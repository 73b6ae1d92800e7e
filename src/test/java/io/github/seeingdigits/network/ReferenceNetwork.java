package io.github.seeingdigits.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A published network a second time: made of {@link Reference}'s layers from architecture and tensors alone, in double. */
public final class ReferenceNetwork {
    private static final double EPSILON = 1e-5;

    /** A layer with its parameters. */
    private interface Step {
        double[] apply(double[] x);
    }

    private final List<Step> steps = new ArrayList<>();

    /**
     * Reads the architecture.
     *
     * @param tensors by name, such as {@code 0.weight}, each row by row
     */
    public ReferenceNetwork(String architecture, Map<String, float[]> tensors) {
        String[] layers = architecture.split(", ");
        for (int i = 0; i < layers.length; i++) {
            steps.add(step(layers[i].split(" "), i + ".", tensors));
        }
    }

    private static Step step(String[] words, String prefix, Map<String, float[]> tensors) {
        float[] weight = tensors.get(prefix + "weight");
        float[] bias = tensors.get(prefix + "bias");
        switch (words[0]) {
            case "dense": {
                double[][] w = matrix(weight, Integer.parseInt(words[2]));
                return x -> Reference.dense(x, w, row(bias, w[0].length));
            }
            case "relu":
                return x -> Reference.rectify(x, 0);
            case "leaky-relu":
                return x -> Reference.rectify(x, Double.parseDouble(words[2]));
            case "scale":
                return x -> {
                    double[] y = x.clone();
                    for (int k = 0; k < y.length; k++) {
                        y[k] = Double.parseDouble(words[2]) * y[k] + Double.parseDouble(words[3]);
                    }
                    return y;
                };
            case "dropout":
                return x -> x;
            case "yat": {
                double[][] w = matrix(weight, Integer.parseInt(words[2]));
                float[] alpha = tensors.get(prefix + "alpha");
                String constant = option(words, "alpha");
                String epsilon = option(words, "eps");
                double factor = alpha != null ? alpha[0] : constant == null ? 1 : Double.parseDouble(constant);
                double eps = epsilon == null ? EPSILON : Double.parseDouble(epsilon);
                return x -> Reference.yat(x, w, row(bias, w[0].length), factor, eps);
            }
            case "conv": {
                int units = Integer.parseInt(words[2]);
                Reference.Sizes sizes = sizes(words, words[3], "1");
                double[][][] p = {Reference.transposed(matrix(weight, weight.length / units))};
                Reference.Function unit = (patch, all) -> Reference.dense(patch, all[0], row(bias, units));
                return x -> Reference.slide(x, sizes, unit, p, units);
            }
            case "maxpool": {
                Reference.Sizes sizes = sizes(words, words[2], words[2]);
                return x -> Reference.maxPool(x, sizes);
            }
            default:
                throw new IllegalArgumentException("no reference for layer " + String.join(" ", words));
        }
    }

    private static Reference.Sizes sizes(String[] words, String kernel, String stride) {
        String[] shape = words[1].split("x");
        String pad = option(words, "pad");
        String other = option(words, "stride");
        return new Reference.Sizes(
                Integer.parseInt(shape[0]),
                Integer.parseInt(shape[1]),
                Integer.parseInt(shape[2]),
                Integer.parseInt(kernel),
                Integer.parseInt(other == null ? stride : other),
                pad == null ? 0 : Integer.parseInt(pad));
    }

    private static String option(String[] words, String name) {
        for (int i = 0; i < words.length - 1; i++) {
            if (words[i].equals(name)) {
                return words[i + 1];
            }
        }
        return null;
    }

    private static double[] row(float[] values, int length) {
        double[] row = new double[length];
        for (int j = 0; values != null && j < length; j++) {
            row[j] = values[j];
        }
        return row;
    }

    private static double[][] matrix(float[] values, int columns) {
        double[][] matrix = new double[values.length / columns][columns];
        for (int i = 0; i < values.length; i++) {
            matrix[i / columns][i % columns] = values[i];
        }
        return matrix;
    }

    /** What layer {@code last} gives for {@code x}; of all layers if there are not so many. */
    public double[] forward(double[] x, int last) {
        for (int i = 0; i < steps.size() && i <= last; i++) {
            x = steps.get(i).apply(x);
        }
        return x;
    }
}
