package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.Lesson;
import java.util.function.Consumer;

/**
 * Lessons for an {@link Answer}: a network is copied and the copy takes steps on the reader's drawing. It needs every layer's derivative,
 * which an answer does not, so it is in {@code late.js}; to be called when {@link Late} has loaded that.
 */
final class Tutor {
    private static final Named<Lesson> lessons = new Named<>();

    private Tutor() {}

    /**
     * One step of the copy that {@code pupil} has of a network.
     *
     * @param pupil the answer that is taught, by the id of its figure
     * @param ink 784 pixels
     * @param done gets whether the step was taken; false if nothing is left to learn
     * @param fail gets a sentence if the network could not be had
     */
    static void teach(
            String pupil,
            String model,
            String address,
            float[] ink,
            int digit,
            Consumer<Boolean> done,
            Consumer<String> fail) {
        Models.load(
                model,
                address,
                network -> {
                    Lesson lesson = lessons.get(pupil);
                    if (lesson == null) {
                        lesson = new Lesson(network, Kernels.fresh());
                        lessons.put(pupil, lesson);
                    }
                    done.accept(lesson.step(ink, digit));
                },
                fail);
    }

    /** The probabilities that the taught copy gives. */
    static float[] predict(String pupil, float[] ink) {
        return lessons.get(pupil).network().predict(ink);
    }

    /** The copy is no longer needed. */
    static void forget(String pupil) {
        lessons.remove(pupil);
    }
}
