package io.github.seeingdigits.training;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.UniformInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import com.sun.management.OperatingSystemMXBean;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.Mnist;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;

/** 784-128-10 in DJL on its PyTorch engine; same questions and answers as the other contenders. */
final class DjlContender {
    private static final int BATCH = 64;

    private DjlContender() {}

    public static void main(String[] args) throws Exception {
        LabelledImages train = Mnist.load(System.getenv()).train();
        float[] pixels = new float[train.size() * 784];
        float[] labels = new float[train.size()];
        for (int i = 0; i < train.size(); i++) {
            labels[i] = train.labels()[i];
            for (int k = 0; k < 784; k++) {
                pixels[i * 784 + k] = (train.pixels()[i][k] & 0xFF) / 255f;
            }
        }
        Engine.getInstance().setRandomSeed(1);
        SequentialBlock net = new SequentialBlock()
                .add(linear(784, 128))
                .add(Activation::relu)
                .add(linear(128, 10));
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.1f)).build());
        OperatingSystemMXBean os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (Model model = Model.newInstance("bench");
                NDManager manager = NDManager.newBaseManager()) {
            model.setBlock(net);
            NDArray x = manager.create(pixels, new Shape(train.size(), 784));
            NDArray t = manager.create(labels);
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(new Shape(BATCH, 784));
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
                System.out.println("ready");
                while (in.readLine() != null) {
                    long wall = System.nanoTime();
                    long cpu = os.getProcessCpuTime();
                    double loss = epoch(trainer, manager, x, t);
                    System.out.println((System.nanoTime() - wall) / 1e9 + " " + (os.getProcessCpuTime() - cpu) / 1e9
                            + " " + loss);
                }
            }
        }
    }

    private static Linear linear(int inputs, int outputs) {
        Linear linear = Linear.builder().setUnits(outputs).build();
        linear.setInitializer(new UniformInitializer((float) (1 / Math.sqrt(inputs))), Parameter.Type.WEIGHT);
        linear.setInitializer(new UniformInitializer((float) (1 / Math.sqrt(inputs))), Parameter.Type.BIAS);
        return linear;
    }

    private static double epoch(Trainer trainer, NDManager manager, NDArray x, NDArray t) {
        double total = 0;
        int steps = 0;
        long size = x.getShape().get(0);
        for (long from = 0; from < size; from += BATCH) {
            long to = Math.min(size, from + BATCH);
            try (NDManager batch = manager.newSubManager()) {
                NDArray xb = x.get(batch, new NDIndex().addSliceDim(from, to));
                NDArray tb = t.get(batch, new NDIndex().addSliceDim(from, to));
                try (GradientCollector collector = trainer.newGradientCollector()) {
                    NDList z = trainer.forward(new NDList(xb));
                    NDArray loss = trainer.getLoss().evaluate(new NDList(tb), z);
                    z.attach(batch);
                    loss.attach(batch);
                    collector.backward(loss);
                    total += loss.getFloat();
                }
                trainer.step();
            }
            steps++;
        }
        return total / steps;
    }
}
