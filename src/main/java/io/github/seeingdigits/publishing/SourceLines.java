package io.github.seeingdigits.publishing;

import java.util.List;

/**
 * Finds lines of an interpolated text in the file that it was written in. Most often they are the same; a loop such as
 * {@code [#list …]} shifts what follows it.
 */
final class SourceLines {
    private final List<String> written;
    private final List<String> interpolated;

    SourceLines(String written, String interpolated) {
        this.written = written.lines().toList();
        this.interpolated = interpolated.lines().toList();
    }

    /** The line of the file, from 1, for a line of the interpolated text: the nearest one that reads the same. */
    int lineInFile(int line) {
        int count = written.size();
        if (line < 1 || line > interpolated.size()) {
            return Math.max(1, Math.min(line, count));
        }
        String text = interpolated.get(line - 1);
        for (int distance = 0; distance < Math.max(count, line); distance++) {
            for (int candidate : new int[] {line - distance, line + distance}) {
                if (candidate >= 1
                        && candidate <= count
                        && written.get(candidate - 1).equals(text)) {
                    return candidate;
                }
            }
        }
        return Math.min(line, count);
    }
}
