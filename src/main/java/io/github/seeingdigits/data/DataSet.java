package io.github.seeingdigits.data;

/**
 * Examples of a task.
 *
 * @param train to learn from
 * @param test to measure with, never to learn from
 */
public record DataSet(LabelledImages train, LabelledImages test) {
    /** Only the images of classes 0 to {@code classes} − 1, in the same order. */
    public DataSet first(int classes) {
        return new DataSet(train.first(classes), test.first(classes));
    }
}
