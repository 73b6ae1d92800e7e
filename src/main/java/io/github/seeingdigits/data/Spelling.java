package io.github.seeingdigits.data;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/** What somebody may have meant by a name that is not known. */
public final class Spelling {
    private static final int LISTED = 12;

    private Spelling() {}

    /** {@code unknown figure "filtres" (did you mean "filters"?)}. */
    public static String unknown(String what, String name, Collection<String> known) {
        return "unknown " + what + " \"" + name + "\" " + hint(name, known);
    }

    /** {@code (did you mean "filters"?)}, or the known names where none is near. */
    public static String hint(String name, Collection<String> known) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        // Sorted, so that the answer does not depend on the order of a hash map.
        TreeSet<String> sorted = new TreeSet<>(known);
        for (String candidate : sorted) {
            int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        if (nearest != null && least <= Math.max(1, Math.max(name.length(), nearest.length()) / 3)) {
            return "(did you mean \"" + nearest + "\"?)";
        }
        if (sorted.isEmpty()) {
            return "(there are none)";
        }
        String list = String.join(", ", sorted.stream().limit(LISTED).toList());
        return "(known: " + list + (sorted.size() > LISTED ? ", …" : "") + ")";
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from {@code a} to {@code b} (Damerau 1964). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                d[i][j] = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
