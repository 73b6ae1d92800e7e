package io.github.seeingdigits.demos;

import io.github.seeingdigits.network.Loss;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Ops;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.Sgd;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int32Array;

/**
 * The page's networks as {@code bench/predict} calls them: {@code seeingDigits.network(kernel, architecture, batch, parameters)}
 * gives a number, by which {@code predict} and {@code train} know the network. The kernel is null for plain Java.
 */
public final class Contender {
    private static final List<Contender> all = new ArrayList<>();

    private final Network network;
    private final Matrix batch;
    private final int[] labels;
    private final Sgd optimiser;

    private Contender(Ops ops, String architecture, int size, Float32Array parameters) {
        network = new Network(architecture, size, ops);
        int at = 0;
        for (Parameter parameter : network.parameters()) {
            for (float[] row : parameter.value.row) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = parameters.get(at++);
                }
            }
        }
        batch = ops.matrix(size, network.inputs());
        labels = new int[size];
        optimiser = new Sgd(network.parameters(), 0, 0, ops);
    }

    @JSFunctor
    interface Make extends JSObject {
        int apply(Kernel kernel, String architecture, int batch, Float32Array parameters);
    }

    @JSFunctor
    interface Predict extends JSObject {
        Float32Array apply(int network, Float32Array pixels);
    }

    @JSFunctor
    interface Train extends JSObject {
        double apply(int network, Float32Array pixels, Int32Array labels, double rate);
    }

    public static void main(String[] args) {
        offer(
                (kernel, architecture, batch, parameters) -> {
                    Ops ops = kernel == null ? new PlainOps() : new SimdOps(kernel);
                    all.add(new Contender(ops, architecture, batch, parameters));
                    return all.size() - 1;
                },
                (network, pixels) ->
                        Float32Array.fromJavaArray(all.get(network).network.predict(pixels.toJavaArray())),
                (network, pixels, labels, rate) -> all.get(network).train(pixels.toJavaArray(), labels, rate));
    }

    /** One pass over all pictures in batches; the mean loss. */
    private double train(float[] pixels, Int32Array answers, double rate) {
        int inputs = network.inputs();
        double loss = 0;
        int steps = answers.getLength() / batch.rows;
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < batch.rows; i++) {
                int at = step * batch.rows + i;
                System.arraycopy(pixels, at * inputs, batch.row[i], 0, inputs);
                labels[i] = answers.get(at);
            }
            Matrix logits = network.forwardTraining(batch, batch.rows, null);
            loss += Loss.crossEntropy().lossAndGradient(logits, labels, network.logitGradient(), batch.rows);
            network.backward(batch.rows);
            optimiser.step(rate);
        }
        return loss / steps;
    }

    @JSBody(
            params = {"network", "predict", "train"},
            script = "globalThis.seeingDigits = { network: network, predict: predict, train: train };")
    private static native void offer(Make network, Predict predict, Train train);
}
