package io.github.seeingdigits.demos;

import io.github.seeingdigits.network.Decimal;

/** State of several whole numbers, with commas between them in the address. */
final class SharedNumbers {
    private SharedNumbers() {}

    /** As many numbers as {@code count} that an address has brought under this name; null if it brought anything else. */
    static int[] recall(Stage stage, String name, int count) {
        String all = stage.recall(name);
        int[] numbers = new int[count];
        int from = 0;
        for (int i = 0; i < count; i++) {
            int comma = all == null ? -1 : all.indexOf(',', from);
            if (all == null || comma < 0 != (i == count - 1)) {
                return null;
            }
            numbers[i] = Decimal.whole(all.substring(from, comma < 0 ? all.length() : comma), Integer.MIN_VALUE);
            if (numbers[i] == Integer.MIN_VALUE) {
                return null;
            }
            from = comma + 1;
        }
        return numbers;
    }
}
