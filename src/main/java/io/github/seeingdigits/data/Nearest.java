package io.github.seeingdigits.data;

import java.util.Collection;
import java.util.Optional;

/** Finds what somebody probably meant, for messages about an unknown name. */
public final class Nearest {
    private Nearest() {}

    /**
     * The known name with the fewest letters to insert, delete or replace (Levenshtein 1966); among equals the first.
     *
     * @return empty if even that differs in more than half of the letters, so that a suggestion would be a guess
     */
    public static Optional<String> to(String name, Collection<String> known) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = distance(name, candidate);
            if (distance < least && distance <= Math.max(name.length(), candidate.length()) / 2) {
                least = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
