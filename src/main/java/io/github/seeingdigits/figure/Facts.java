package io.github.seeingdigits.figure;

/**
 * What a record says, as far as a figure has asked for it: numbers and words by their path, such as {@code
 * published/robustness/shift/2/accuracy}. Names are separated by slashes, and items of a list are numbered from 0.
 *
 * <p>When the site is built and in the page a figure reads the same excerpt: numbers have six significant digits.
 */
public interface Facts {
    /**
     * The number at {@code path}.
     *
     * @throws IllegalArgumentException if there is none, naming the path
     */
    double number(String path);

    /**
     * The words at {@code path}.
     *
     * @throws IllegalArgumentException if there are none, naming the path
     */
    String text(String path);

    /** How many items the list at {@code path} has, or how many names the object; −1 if there is neither. */
    int size(String path);

    /** The names in the object at {@code path}, in the record's order; empty if there is none. */
    String[] names(String path);

    /** The list of numbers at {@code path}, empty if there is none. */
    default double[] numbers(String path) {
        double[] numbers = new double[Math.max(0, size(path))];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(path + "/" + i);
        }
        return numbers;
    }
}
