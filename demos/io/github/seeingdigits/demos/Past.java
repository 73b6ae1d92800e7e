package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.Numbers;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.Replay;

/** A network at any moment of its training, on a {@link Timeline}. The snapshots are fetched when the reader first wants them. */
final class Past {
    private static final double SNAPSHOTS_PER_SECOND = 12;
    private static final String AT = "at";

    private final Stage stage;
    private final Network trained;
    private final Network network;
    private final Timeline timeline;
    private final String finalMoment;
    private final Runnable show;
    private Replay replay;
    private boolean requested;
    private int at = -1;

    /**
     * Listens to the time line of {@code stage}. At first the network is the trained one.
     *
     * @param show runs when another moment is there to be shown
     */
    Past(Stage stage, Network trained, Runnable show) {
        this.stage = stage;
        this.trained = trained;
        this.show = show;
        network = new Network(trained.architecture(), 1, new PlainOps());
        network.copyParameters(trained);
        finalMoment = stage.part("moment").getInnerText();
        timeline = new Timeline(stage, SNAPSHOTS_PER_SECOND, this::showMoment);
        timeline.onTouch(this::load);
    }

    /** Goes to the moment that the address names, if it does. To be called when the figure is ready to show it. */
    void recall() {
        if (stage.recall(AT) != null) {
            load();
        }
    }

    /** The network as it was at the moment shown; always the same object. */
    Network network() {
        return network;
    }

    /** The moment shown, or −1 for the end of training. */
    int at() {
        return at;
    }

    private void load() {
        if (requested) {
            return;
        }
        requested = true;
        if (stage.attribute("data-replay") == null) {
            failed("this network is too large for one");
            return;
        }
        timeline.say("Loading the training run…");
        stage.replay(this::arrived, this::failed);
    }

    private void arrived(Replay arrived) {
        if (arrived.snapshot(0).length != network.parameterCount()) {
            failed("the training run belongs to another network");
            return;
        }
        replay = arrived;
        int shared = stage.recall(AT, 0, replay.size() - 1, -1);
        timeline.setMoments(replay.size());
        if (shared >= 0) {
            timeline.go(shared);
        }
    }

    private void failed(String problem) {
        requested = false;
        timeline.stop();
        timeline.say("The training run could not be loaded: " + problem + ".");
    }

    private void showMoment(int moment) {
        if (moment == replay.size() - 1) {
            at = -1;
            network.copyParameters(trained);
            timeline.say(finalMoment);
        } else {
            at = moment;
            network.setParameters(replay.snapshot(moment));
            timeline.say((moment == 0
                            ? "Before training: random weights, "
                            : "After " + Numbers.grouped(replay.imagesSeen(moment)) + " images: ")
                    + Numbers.fixed(100 * replay.accuracy(moment), 1)
                    + "\u202f% of test digits right");
        }
        if (!timeline.isPlaying()) {
            stage.keep(AT, at < 0 ? null : Integer.toString(at));
        }
        show.run();
        stage.drawSoon();
    }
}
