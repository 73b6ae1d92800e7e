package io.github.seeingdigits.digit;

import java.util.ArrayList;
import java.util.List;

/**
 * What lies on a pad: strokes in the order in which they were made, or a picture that came ready-made, such as a photograph.
 * A picture and strokes are never there together.
 */
public final class Drawing {
    /** Coordinates are written as whole thousandths of the pad. */
    private static final String HEX = "0123456789abcdef";

    private static final int UNITS = 1000;

    /** More than a patient hand draws, and little enough to read in a frame. */
    private static final int MAX_POINTS = 20_000;

    /** What a written picture begins with; strokes begin with a number. */
    private static final char PICTURE = 'p';

    private static final int GREYS = 255;

    /** What a point's width begins with. */
    private static final char WIDTH = '~';

    private static final int HUNDRED = 100;

    /** No pen of a reader's is lighter or heavier, in hundredths. */
    private static final int THINNEST = 50;

    private static final int THICKEST = 150;

    private final List<Stroke> strokes = new ArrayList<>();
    private float[] picture;

    /** The strokes, oldest first. Read only. */
    public List<Stroke> strokes() {
        return strokes;
    }

    /** The {@link Ink#PIXELS} values of a ready-made picture, or null if what lies here was drawn. Read only. */
    public float[] picture() {
        return picture;
    }

    /** Whether there is nothing: no strokes and no picture. */
    public boolean isEmpty() {
        return strokes.isEmpty() && picture == null;
    }

    /**
     * Puts a ready-made picture in the place of everything.
     *
     * @param ink {@link Ink#PIXELS} values from 0 to 1, fitted and centred already
     */
    public void setPicture(float[] ink) {
        if (ink.length != Ink.PIXELS) {
            throw new IllegalArgumentException("a picture has " + Ink.PIXELS + " values, got " + ink.length);
        }
        strokes.clear();
        picture = ink;
    }

    /** Puts the pen down at a point: a new stroke begins. A picture makes room for it. */
    public void begin(float x, float y) {
        begin(x, y, 1);
    }

    /** The same with a pen of another width, see {@link Stroke#add(float, float, float)}. */
    public void begin(float x, float y, float width) {
        picture = null;
        Stroke stroke = new Stroke();
        stroke.add(x, y, width);
        strokes.add(stroke);
    }

    /** Moves the pen, which is down. Without a stroke begun, nothing happens. */
    public void extend(float x, float y) {
        extend(x, y, 1);
    }

    /** The same with a pen of another width. */
    public void extend(float x, float y, float width) {
        if (!strokes.isEmpty()) {
            strokes.get(strokes.size() - 1).add(x, y, width);
        }
    }

    /** Takes the newest stroke away, or the picture. */
    public void undo() {
        picture = null;
        if (!strokes.isEmpty()) {
            strokes.remove(strokes.size() - 1);
        }
    }

    public void clear() {
        strokes.clear();
        picture = null;
    }

    /** Replaces everything by what lies on {@code other}. */
    public void set(Drawing other) {
        List<Stroke> copy = new ArrayList<>(other.strokes);
        strokes.clear();
        strokes.addAll(copy);
        picture = other.picture;
    }

    /**
     * Rubs out what lies within {@code radius} of the line from (x1, y1) to (x2, y2), measured to the middle of the strokes.
     * A stroke rubbed through in the middle becomes two. Pictures stay as they are.
     *
     * @return whether anything was rubbed out
     */
    public boolean erase(float x1, float y1, float x2, float y2, float radius) {
        List<Stroke> kept = new ArrayList<>();
        boolean touched = false;
        for (Stroke stroke : strokes) {
            touched |= stroke.erase(x1, y1, x2, y2, radius, kept);
        }
        strokes.clear();
        strokes.addAll(kept);
        return touched;
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
                    part.begin(stroke.x(i), stroke.y(i), stroke.width(i));
                } else {
                    part.extend(stroke.x(i), stroke.y(i), stroke.width(i));
                }
            }
        }
        return part;
    }

    /**
     * One line of text, for storage: {@code x,y,x,y,…} in thousandths of the pad, strokes separated by semicolons. Where the pen is not of ordinary
     * width, {@code ~} and its width in hundredths of that follow y. A picture
     * is {@code p} and two hexadecimal digits for each pixel.
     */
    public String encode() {
        StringBuilder text = new StringBuilder();
        if (picture != null) {
            text.append(PICTURE);
            for (float value : picture) {
                int grey = Math.round(value * GREYS);
                text.append(HEX.charAt(grey >> 4)).append(HEX.charAt(grey & 15));
            }
            return text.toString();
        }
        for (int s = 0; s < strokes.size(); s++) {
            Stroke stroke = strokes.get(s);
            text.append(s == 0 ? "" : ";");
            for (int i = 0; i < stroke.size(); i++) {
                text.append(i == 0 ? "" : ",").append(Math.round(stroke.x(i) * UNITS));
                text.append(',').append(Math.round(stroke.y(i) * UNITS));
                int width = Math.round(stroke.width(i) * HUNDRED);
                if (width != HUNDRED) {
                    text.append(WIDTH).append(width);
                }
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
        if (text.charAt(0) == PICTURE) {
            return decodePicture(text);
        }
        int at = 0;
        int points = 0;
        boolean newStroke = true;
        float x = 0;
        boolean haveX = false;
        while (at <= text.length()) {
            int end = at;
            int number = -1;
            while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != ';') {
                if (text.charAt(end) == WIDTH && haveX && number < 0) {
                    number = end;
                }
                end++;
            }
            number = number < 0 ? end : number;
            int value = thousandths(text, at, number);
            int width = number == end ? HUNDRED : thousandths(text, number + 1, end);
            if (value == Integer.MIN_VALUE || width < THINNEST || width > THICKEST) {
                return null;
            }
            float coordinate = value / (float) UNITS;
            if (!haveX) {
                x = coordinate;
            } else if (newStroke) {
                drawing.begin(x, coordinate, width / (float) HUNDRED);
            } else {
                drawing.extend(x, coordinate, width / (float) HUNDRED);
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

    private static Drawing decodePicture(String text) {
        if (text.length() != 1 + 2 * Ink.PIXELS) {
            return null;
        }
        float[] ink = new float[Ink.PIXELS];
        for (int i = 0; i < ink.length; i++) {
            int high = HEX.indexOf(text.charAt(1 + 2 * i));
            int low = HEX.indexOf(text.charAt(2 + 2 * i));
            if (high < 0 || low < 0) {
                return null;
            }
            ink[i] = (16 * high + low) / (float) GREYS;
        }
        Drawing drawing = new Drawing();
        drawing.setPicture(ink);
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

    /** The value of a hexadecimal digit, −1 for anything else. The JDK's own method would bring those of all scripts along. */
}
