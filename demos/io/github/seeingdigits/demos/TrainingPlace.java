package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.LabelledPixels;
import io.github.seeingdigits.analysis.TrainingSettings;

/** Where a training run happens: beside the page, in a {@link WorkerPlace}, or in the page itself, in a {@link Workshop}. */
interface TrainingPlace {
    /** For {@link #pace}: no steps. */
    int PAUSED = 0;
    /** About sixty steps a second: as fast as an eye can follow. */
    int WALKING = 1;
    /** As many steps as the machine can do. */
    int RUNNING = 2;

    /** Hears from a run about ten times a second. */
    interface Listener {
        /**
         * How far a run has come.
         *
         * @param run the number it was begun with
         * @param ended whether it has no further steps
         * @param speed pictures learnt from in a second of computing; 0 where that is not known
         * @param curve see {@link io.github.seeingdigits.analysis.LearningCurve#toArray}
         * @param parameters all of the network's, see {@link io.github.seeingdigits.network.Network#setParameters}
         */
        void at(int run, boolean ended, float speed, float[] curve, float[] parameters);
    }

    /** Begins a run, at rest, in the place of any other. Its number comes back with all that is heard of it. */
    void begin(int run, String architecture, TrainingSettings settings, LabelledPixels train, LabelledPixels heldBack);

    /** Goes on at this pace. */
    void pace(int pace);

    /** Takes one step and rests. */
    void step();
}
