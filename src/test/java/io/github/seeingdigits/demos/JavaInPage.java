package io.github.seeingdigits.demos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Java of every kind that the page's scripts are written in; each line must come out of a page as it comes out of a JVM. */
public final class JavaInPage {
    private static final List<String> LINES = new ArrayList<>();

    private static int started;

    private JavaInPage() {}

    /** Hands all lines to JavaScript's {@code heard}. */
    public static void main(String[] arguments) {
        for (String line : lines()) {
            say(line);
        }
        Echo echo = new Echo("once ");
        call(echo, value -> say("called with " + value));
        say(same(echo, echo) ? "the same function" : "another function");
    }

    /** The same on a JVM. */
    public static List<String> lines() {
        LINES.clear();
        texts(null, 'c', -7, 2.5, 1.5f, 12345678901L, true, (short) 3, (byte) -4);
        arrays(3);
        copies();
        fields();
        kinds();
        exceptions();
        lists();
        choices();
        builders();
        numbers(Integer.MAX_VALUE);
        starts();
        return LINES;
    }

    @JSBody(params = "line", script = "heard.push(line);")
    private static native void say(String line);

    @JSFunctor
    interface Called extends JSObject {
        void with(int value);
    }

    /** Called from JavaScript under another name. */
    private record Echo(String before) implements Said {
        @Override
        public void said(String text) {
            say(before + text);
        }
    }

    @JSFunctor
    interface Said extends JSObject {
        void said(String text);
    }

    @JSBody(
            params = {"said", "called"},
            script = "said('heard'); called(41 + 1);")
    private static native void call(Said said, Called called);

    /** Else a listener could not be taken away. */
    @JSBody(
            params = {"one", "other"},
            script = "return one === other;")
    private static native boolean same(Said one, Said other);

    private static void texts(
            String none, char c, int whole, double twice, float once, long large, boolean yes, short two, byte one) {
        LINES.add("a " + none + c + whole + ' ' + twice + " " + once + large + yes + two + one + 'z');
        LINES.add(1 + 2 + "x" + 1 + 2);
        LINES.add("" + c + c + (c + 1) + (char) (c + 1));
        LINES.add(none + "!");
        LINES.add("!" + none);
        LINES.add(whole + "" + whole);
        LINES.add("\1\2" + whole + "\1");
        LINES.add((yes ? "yes" : "no") + (whole > 0 ? "more" : none) + "'\"\\");
        String grown = none;
        grown += whole;
        grown += c;
        LINES.add(grown + new ArrayList<>(List.of(1, 2)).size() + new Point(1, 2));
        LINES.add("one place for " + (word() == "each text" ? "each text" : "none"));
        LINES.add("ab".equals("a" + (yes ? "b" : "c")) + " " + "abc".substring(1) + "abc".indexOf('c') + "abc".charAt(1)
                + "".isEmpty() + "hash".hashCode());
    }

    private static String word() {
        return "each text";
    }

    private static void arrays(int size) {
        int[] zeros = new int[size];
        boolean[] no = new boolean[size];
        String[] none = new String[size];
        LINES.add(zeros[1] + " " + no[2] + " " + none[0] + " " + new char[size].length + new long[size][0].length);
        int[] some = {1, 2, 3};
        int[] copy = some.clone();
        copy[0] = 9;
        LINES.add(some[0] + " " + copy[0] + " " + copy.length);
        int[][] rows = new int[size][size + 1];
        rows[2][3] = 5;
        int[][] same = rows.clone();
        same[2][3]++;
        LINES.add(rows.length + " " + rows[0].length + " " + rows[2][3] + " " + rows[1][3]);
        float[][][] deep = new float[2][3][4];
        deep[1][2][3] = 0.5f;
        LINES.add(deep.length + " " + deep[0].length + " " + deep[0][0].length + " " + deep[1][2][3] + deep[0][2][3]);
        String[][] jagged = new String[size][];
        LINES.add(jagged[0] + " " + new String[][] {{"a"}, {"b", "c"}}[1][1]);
        double[] doubles = {0.1, 0.2};
        byte[] bytes = {(byte) 200};
        LINES.add(doubles[0] + doubles[1] + " " + bytes[0] + " " + (bytes[0] & 0xFF));
        Object object = some;
        LINES.add(object == some ? "the same" : "another");
    }

    private static void copies() {
        int[] numbers = {0, 1, 2, 3, 4, 5};
        System.arraycopy(numbers, 0, numbers, 2, 4);
        LINES.add(joined(numbers));
        System.arraycopy(numbers, 2, numbers, 0, 4);
        LINES.add(joined(numbers));
        String[] words = {"a", "b", "c", "d"};
        System.arraycopy(words, 0, words, 1, 3);
        LINES.add(words[0] + words[1] + words[2] + words[3]);
        LINES.add(joined(Arrays.copyOf(numbers, 8)) + Arrays.copyOf(words, 5)[4]);
        for (int[] bad : new int[][] {{-1, 0, 1}, {0, 0, 7}, {3, 4, 3}, {0, 0, -1}}) {
            try {
                System.arraycopy(numbers, bad[0], numbers, bad[1], bad[2]);
                LINES.add("copied");
            } catch (RuntimeException e) {
                LINES.add("refused");
            }
        }
        int[] sorted = {5, -1, 3};
        Arrays.sort(sorted);
        Arrays.fill(numbers, 1, 3, 8);
        LINES.add(joined(sorted) + joined(numbers));
    }

    private static String joined(int[] numbers) {
        StringBuilder all = new StringBuilder();
        for (int number : numbers) {
            all.append(number).append(',');
        }
        return all.toString();
    }

    private record Point(int x, int y) {
        @Override
        public String toString() {
            return "(" + x + ", " + y + ")";
        }
    }

    private static class Below {
        int number;
        String text;
        double fraction;
        long large;

        String tell() {
            return number + text + fraction + large;
        }
    }

    private static class Above extends Below implements Shape, Comparable<Above> {
        boolean flag;
        int[] array;
        int again;

        @Override
        String tell() {
            return super.tell() + flag + (array == null) + again;
        }

        @Override
        public int compareTo(Above other) {
            return Integer.compare(number, other.number);
        }
    }

    private interface Sum {
        int of(int a, int b, int c, int d, int e, int f);
    }

    private static final class Cube implements Sum {
        @Override
        public int of(int a, int b, int c, int d, int e, int f) {
            return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f;
        }
    }

    private static final class AboveAll extends Above implements Sum {
        @Override
        public int of(int a, int b, int c, int d, int e, int f) {
            return a;
        }
    }

    private interface Shape {
        default String name() {
            return "shape";
        }
    }

    private static final class Square implements Shape {
        private final int side;

        Square(int side) {
            this.side = side;
        }

        @Override
        public String name() {
            return "square " + side + " like any " + Shape.super.name();
        }
    }

    private static void fields() {
        Above above = new Above();
        LINES.add(above.tell());
        above.number = 1;
        above.text = "t";
        above.large = 1L << 40;
        above.again = 2;
        above.array = new int[0];
        LINES.add(above.tell() + new Below().tell() + new Above().compareTo(above));
    }

    private static void kinds() {
        for (Object object : new Object[] {
            new Square(2), new Above(), new AboveAll(), new Cube(), "text", new Point(3, 4), 5, null, 'c'
        }) {
            LINES.add((object instanceof Shape shape ? shape.name() : "no shape")
                    + (object instanceof Comparable<?>)
                    + (object instanceof CharSequence)
                    + (object instanceof Sum sum ? sum.of(1, 2, 3, 4, 5, 6) : 0)
                    + (object instanceof Below)
                    + (object instanceof Number));
        }
        LINES.add(new Point(1, 2).equals(new Point(1, 2)) + " " + new Point(1, 2).equals(new Point(2, 1)) + " "
                + (new Point(1, 2).hashCode() == new Point(1, 2).hashCode()));
    }

    private static final class Odd extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int value;

        Odd(String message, int value) {
            super(message);
            this.value = value;
        }
    }

    private static void exceptions() {
        for (int i = 0; i < 3; i++) {
            try {
                LINES.add("half " + half(i));
            } catch (Odd e) {
                LINES.add(e.getMessage() + e.value);
            } catch (IllegalStateException e) {
                LINES.add("state " + e.getMessage());
            } finally {
                LINES.add("at last");
            }
        }
        try {
            try {
                half(1);
            } catch (IllegalStateException e) {
                LINES.add("wrong");
            }
        } catch (RuntimeException e) {
            LINES.add("through " + e.getMessage());
        }
    }

    private static int half(int i) {
        if (i == 2) {
            throw new IllegalStateException();
        }
        if (i % 2 != 0) {
            throw new Odd("odd: ", i);
        }
        return i / 2;
    }

    private static void lists() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            numbers.add(i * 7 % 1000);
        }
        numbers.remove(999);
        numbers.removeIf(n -> n > 5);
        numbers.sort((a, b) -> b - a);
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        LINES.add(numbers.size() + " " + sum + " " + numbers.get(0) + numbers.contains(3)
                + List.of("a", "b").get(1));
        Function<Integer, Supplier<String>> later = n -> () -> n + " later, of " + numbers.size();
        Supplier<String> first = later.apply(1);
        LINES.add(later.apply(2).get() + first.get());
        Supplier<List<String>> made = ArrayList::new;
        LINES.add(made.get().size() + "");
    }

    private enum Colour {
        RED,
        GREEN {
            @Override
            String said() {
                return "grass";
            }
        };

        String said() {
            return name() + ordinal();
        }
    }

    private static void choices() {
        for (String word : new String[] {"Aa", "BB", "C#", "plain", "other", ""}) {
            String found = switch (word) {
                case "Aa" -> "first of two that look alike";
                case "BB" -> "second of two that look alike";
                case "C#", "plain" -> "either";
                case "" -> "nothing";
                default -> "none of them";
            };
            LINES.add(word + ": " + found);
        }
        for (Colour colour : Colour.values()) {
            LINES.add(colour.said()
                    + switch (colour) {
                        case RED -> 1;
                        case GREEN -> 2;
                    });
        }
        LINES.add(Colour.RED + "" + Colour.values().length);
    }

    private static void builders() {
        StringBuilder text = new StringBuilder("b");
        text.append('c')
                .append(1)
                .append(2.5)
                .append((String) null)
                .append(true)
                .insert(0, "a");
        text.setLength(text.length() - 4);
        LINES.add(text.append(text.length()).toString() + text.charAt(0) + text.indexOf("c"));
    }

    private static void numbers(int largest) {
        long large = largest;
        LINES.add(largest + 1 + " " + (large + 1) + " " + largest * 3 + " " + -7 / 2 + " " + -7 % 3 + " " + (-7 >>> 28)
                + " " + (char) ('a' + 1) + ('a' + 1));
        LINES.add((int) 3.99 + " " + (int) -3.99 + " " + (int) 1e20 + " " + (byte) 300 + " " + (float) 0.1 + " "
                + Math.round(2.5) + Math.floorMod(-1, 5) + Integer.toHexString(255) + " " + Double.compare(0.0, -0.0)
                + " " + 0.0 / 0
                + " " + 1 / 0.0);
        LINES.add(Float.floatToIntBits(1.5f) + " " + Float.intBitsToFloat(0x40490fdb) + " "
                + Long.toString(large * large, 16) + Integer.parseInt("-12"));
    }

    private static final class Eager {
        private static final int NUMBER = ++started;
        private static String word = "eager " + NUMBER;
    }

    private static final class Lazy {
        private static String word = "lazy " + ++started;
    }

    private static void starts() {
        started = 0;
        LINES.add("nothing has started: " + started);
        LINES.add(Lazy.word + Eager.word + Lazy.word + started);
    }
}
