package io.github.seeingdigits.training;

import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.Replay;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.TreeSet;

/**
 * Records a run for a replay: all parameters, in the order of {@link Network#parameters()}, row by row.
 *
 * <p>Learning is fast at first and slow later, so the moments are spaced evenly in the logarithm of images seen: the
 * start, the first step, then ever further apart, and at the end the rounded network that is published.
 */
final class Snapshots implements Trainer.Watcher {
    /** Enough for a smooth slider; the file grows by one byte per parameter with each. */
    static final int COUNT = 56;

    private final Inked test;
    private final TreeSet<Integer> moments;
    private final int lastStep;
    private int lastImages;
    private Replay replay;

    Snapshots(int steps, LabelledImages test) {
        this.test = Inked.of(test);
        this.moments = moments(steps);
        this.lastStep = steps;
    }

    /** The steps to record: 0, 1, …, {@code steps}, {@link #COUNT} of them where there are that many steps. */
    static TreeSet<Integer> moments(int steps) {
        TreeSet<Integer> moments = new TreeSet<>();
        // Rounded to whole steps the earliest moments coincide, so ask for more until enough differ.
        for (int asked = COUNT; moments.size() < Math.min(COUNT, steps + 1); asked++) {
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
        if (step < lastStep && moments.contains(step)) {
            add(images, network);
        }
    }

    @Override
    public byte[] save() {
        int snapshots = replay == null ? 0 : replay.size();
        int values = snapshots == 0 ? 0 : replay.snapshot(0).length;
        ByteBuffer b = ByteBuffer.allocate(4 + snapshots * (4 + 4 + 4 * values)).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(snapshots);
        for (int i = 0; i < snapshots; i++) {
            b.putInt(replay.imagesSeen(i)).putFloat(replay.accuracy(i));
            Checkpoint.put(b, replay.snapshot(i));
        }
        return b.array();
    }

    @Override
    public void restore(int images, ByteBuffer saved) {
        lastImages = images;
        int snapshots = saved.getInt();
        int values = snapshots == 0 ? 0 : saved.remaining() / snapshots / 4 - 2;
        for (int i = 0; i < snapshots; i++) {
            int seen = saved.getInt();
            float accuracy = saved.getFloat();
            float[] snapshot = new float[values];
            Checkpoint.get(saved, snapshot);
            if (replay == null) {
                replay = new Replay(values);
            }
            replay.add(seen, accuracy, snapshot);
        }
    }

    /** Adds the network that training ended with, rounded, and gives the whole replay. */
    Replay end(Network published) {
        add(lastImages, published);
        return replay;
    }

    private void add(int images, Network network) {
        if (replay == null) {
            replay = new Replay(network.parameterCount());
        }
        float[] values = new float[network.parameterCount()];
        int at = 0;
        for (Parameter p : network.parameters()) {
            for (float[] row : p.value.row) {
                System.arraycopy(row, 0, values, at, row.length);
                at += row.length;
            }
        }
        replay.add(images, (float) Evaluation.of(network, test).accuracy(), values);
    }
}
