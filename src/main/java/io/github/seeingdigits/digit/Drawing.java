package io.github.seeingdigits.digit;

import java.util.ArrayList;
import java.util.List;

/** What has been drawn on a pad: strokes in the order in which they were made. */
public final class Drawing {
    /** Coordinates are written as whole thousandths of the pad. */
    private static final int UNITS = 1000;

    /** More than a patient hand draws, and little enough to read in a frame. */
    private static final int MAX_POINTS = 20_000;

    private final List<Stroke> strokes = new ArrayList<>();

    /** The strokes, oldest first. Read only. */
    public List<Stroke> strokes() {
        return strokes;
    }

    public boolean isEmpty() {
        return strokes.isEmpty();
    }

    /** Puts the pen down at a point: a new stroke begins. */
    public void begin(float x, float y) {
        Stroke stroke = new Stroke();
        stroke.add(x, y);
        strokes.add(stroke);
    }

    /** Moves the pen, which is down. Without a stroke begun, nothing happens. */
    public void extend(float x, float y) {
        if (!strokes.isEmpty()) {
            strokes.get(strokes.size() - 1).add(x, y);
        }
    }

    /** Takes the newest stroke back. */
    public void undo() {
        if (!strokes.isEmpty()) {
            strokes.remove(strokes.size() - 1);
        }
    }

    public void clear() {
        strokes.clear();
    }

    /** Replaces everything by the strokes of {@code other}. */
    public void set(Drawing other) {
        List<Stroke> copy = new ArrayList<>(other.strokes);
        strokes.clear();
        strokes.addAll(copy);
    }

    /** The number of points in all strokes. */
    public int points() {
        int points = 0;
        for (Stroke stroke : strokes) {
            points += stroke.size();
        }
        return points;
    }

    /** The first {@code count} points, stroke by stroke: the drawing as it was after that much pen travel. */
    public Drawing firstPoints(int count) {
        Drawing part = new Drawing();
        int left = count;
        for (Stroke stroke : strokes) {
            for (int i = 0; i < stroke.size() && left > 0; i++, left--) {
                if (i == 0) {
                    part.begin(stroke.x(i), stroke.y(i));
                } else {
                    part.extend(stroke.x(i), stroke.y(i));
                }
            }
        }
        return part;
    }

    /** One line of text, for storage: {@code x,y,x,y,…} in thousandths of the pad, strokes separated by semicolons. */
    public String encode() {
        StringBuilder text = new StringBuilder();
        for (int s = 0; s < strokes.size(); s++) {
            Stroke stroke = strokes.get(s);
            text.append(s == 0 ? "" : ";");
            for (int i = 0; i < stroke.size(); i++) {
                text.append(i == 0 ? "" : ",").append(Math.round(stroke.x(i) * UNITS));
                text.append(',').append(Math.round(stroke.y(i) * UNITS));
            }
        }
        return text.toString();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @return the drawing, or null if the text is damaged or absurdly long: stored drawings are a convenience, and a reader
     *     should never meet an error because of one
     */
    public static Drawing decode(String text) {
        Drawing drawing = new Drawing();
        if (text == null || text.isEmpty()) {
            return text == null ? null : drawing;
        }
        int at = 0;
        int points = 0;
        boolean newStroke = true;
        float x = 0;
        boolean haveX = false;
        while (at <= text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != ';') {
                end++;
            }
            int value = thousandths(text, at, end);
            if (value == Integer.MIN_VALUE) {
                return null;
            }
            float coordinate = value / (float) UNITS;
            if (!haveX) {
                x = coordinate;
            } else if (newStroke) {
                drawing.begin(x, coordinate);
            } else {
                drawing.extend(x, coordinate);
            }
            boolean strokeEnds = end < text.length() && text.charAt(end) == ';';
            if (haveX) {
                newStroke = strokeEnds;
                points++;
            } else if (strokeEnds || end == text.length()) {
                return null;
            }
            if (points > MAX_POINTS) {
                return null;
            }
            haveX = !haveX;
            at = end + 1;
        }
        return drawing;
    }

    private static int thousandths(String text, int from, int to) {
        boolean negative = from < to && text.charAt(from) == '-';
        int at = negative ? from + 1 : from;
        if (at >= to || to - at > 4) {
            return Integer.MIN_VALUE;
        }
        int value = 0;
        for (; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            value = value * 10 + digit;
        }
        return negative ? -value : value;
    }
}
