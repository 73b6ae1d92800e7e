package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.Replay;
import io.github.seeingdigits.network.View;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Records a run for figures with a time slider: a {@link Replay} of all parameters, in the order of {@link
 * Network#parameters()}, row by row; and a {@link View} of what the layers with parameters give for a fixed {@link Sample} of
 * test images. Networks too large for a replay have neither.
 *
 * <p>Learning is fast at first and slow later, so the moments are spaced evenly in the logarithm of images seen: the
 * start, the first step, then ever further apart, and at the end the rounded network that is published.
 */
final class Snapshots implements Trainer.Watcher {
    /** What a reader may be asked to wait for, in bytes. */
    private static final int LARGEST = 250_000;
    /** The same for a replay, of which compression leaves less than half. */
    private static final int LARGEST_REPLAY = 330_000;
    /** Beyond this nothing is to be seen in a picture, and half precision ends. */
    private static final float FARTHEST = 60_000;

    private final Inked test;
    private final TreeSet<Integer> moments;
    private final int lastStep;
    private final boolean small;
    private final Sample sample;
    /** The layers whose outputs the view holds. */
    private final List<Integer> shown;

    private final List<float[]> views = new ArrayList<>();
    private int lastImages;
    private Replay replay;

    /** Watches a run of {@code recipe} over {@code images} training images. */
    Snapshots(Recipe recipe, int images, Inked test) {
        this.test = test;
        this.lastStep = recipe.epochs() * recipe.stepsPerEpoch(images);
        this.moments = moments(lastStep, recipe.moments());
        Network network = new Network(recipe.architecture(), 1, new PlainOps());
        this.small = recipe.moments() * network.parameterCount() <= LARGEST_REPLAY;
        this.sample = Sample.of(test.images(), recipe.classes());
        this.shown = shown(network, recipe.moments() * sample.size());
    }

    /** The layers with parameters, as far as they fit; the last one is left out first, because figures can compute it. */
    private static List<Integer> shown(Network network, int rows) {
        List<Integer> shown = new ArrayList<>();
        int units = 0;
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            if (!layer.parameters().isEmpty() && 2 * rows * (units + layer.outputs()) <= LARGEST) {
                shown.add(i);
                units += layer.outputs();
            }
        }
        return shown;
    }

    /** The steps to record: 0, 1, …, {@code steps}, {@code count} of them where there are that many steps. */
    static TreeSet<Integer> moments(int steps, int count) {
        TreeSet<Integer> moments = new TreeSet<>();
        // Rounded to whole steps the earliest moments coincide, so ask for more until enough differ.
        for (int asked = count; moments.size() < Math.min(count, steps + 1); asked++) {
            moments.clear();
            moments.add(0);
            for (int i = 0; i < asked; i++) {
                moments.add((int) Math.round(StrictMath.pow(steps, (double) i / (asked - 1))));
            }
        }
        return moments;
    }

    @Override
    public void at(int step, int images, Network network) {
        lastImages = images;
        if (small && step < lastStep && moments.contains(step)) {
            add(images, network);
        }
    }

    @Override
    public byte[] save() {
        int snapshots = replay == null ? 0 : replay.size();
        int values = snapshots == 0 ? 0 : replay.snapshot(0).length;
        int viewed = snapshots == 0 ? 0 : views.get(0).length;
        ByteBuffer b = ByteBuffer.allocate(4 + 4 + snapshots * (4 + 4 + 4 * values + 4 * viewed))
                .order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(snapshots).putInt(viewed);
        for (int i = 0; i < snapshots; i++) {
            b.putInt(replay.imagesSeen(i)).putFloat(replay.accuracy(i));
            Checkpoint.put(b, replay.snapshot(i));
            Checkpoint.put(b, views.get(i));
        }
        return b.array();
    }

    @Override
    public void restore(int images, ByteBuffer saved) {
        lastImages = images;
        int snapshots = saved.getInt();
        int viewed = saved.getInt();
        int values = snapshots == 0 ? 0 : saved.remaining() / snapshots / 4 - 2 - viewed;
        for (int i = 0; i < snapshots; i++) {
            int seen = saved.getInt();
            float accuracy = saved.getFloat();
            float[] snapshot = new float[values];
            Checkpoint.get(saved, snapshot);
            float[] view = new float[viewed];
            Checkpoint.get(saved, view);
            add(seen, accuracy, snapshot, view);
        }
    }

    /** Adds the network that training ended with, rounded. */
    void end(Network published) {
        if (small) {
            add(lastImages, published);
        }
    }

    private void add(int images, Network network) {
        float[] values = new float[network.parameterCount()];
        int at = 0;
        for (Parameter p : network.parameters()) {
            for (float[] row : p.value.row) {
                System.arraycopy(row, 0, values, at, row.length);
                at += row.length;
            }
        }
        add(images, (float) Evaluation.of(network, test).accuracy(), values, sample.outputs(network, shown));
    }

    private void add(int images, float accuracy, float[] values, float[] view) {
        if (replay == null) {
            replay = new Replay(values.length);
        }
        replay.add(images, accuracy, values);
        views.add(view);
    }

    /** All parameters at all moments. */
    Optional<Replay> replay() {
        return Optional.ofNullable(replay);
    }

    /** What the {@link #shown} layers gave for the sample: moments × images × units, layer after layer. */
    Optional<View> view() {
        if (views.isEmpty() || shown.isEmpty()) {
            return Optional.empty();
        }
        int each = views.get(0).length;
        float[] all = new float[views.size() * each];
        for (int i = 0; i < views.size(); i++) {
            for (int k = 0; k < each; k++) {
                all[i * each + k] = Math.max(-FARTHEST, Math.min(FARTHEST, views.get(i)[k]));
            }
        }
        return Optional.of(new View(new int[] {views.size(), sample.size(), each / sample.size()}, all));
    }

    /** Which layers {@link #view} holds. */
    List<Integer> layers() {
        return List.copyOf(shown);
    }

    /** For which images. */
    Sample sample() {
        return sample;
    }
}
