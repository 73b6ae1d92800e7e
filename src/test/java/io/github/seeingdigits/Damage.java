package io.github.seeingdigits;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/**
 * Everything that can befall a small file, for the tests of its reader. Whatever it is given, the reader must answer or throw
 * its own error, and nothing else; it must come to an end; and it may allocate no more than a multiple of what it is given and
 * a constant, whatever sizes the file declares.
 */
public final class Damage {
    /** Far longer than any case takes: only what hangs waits it out. */
    private static final Duration HANGS = Duration.ofMinutes(2);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What readers of texts and of JSON stumble over. */
    private static final String[] SPICE = {
        "{",
        "}",
        "[",
        "]",
        "\"",
        ":",
        ",",
        ";",
        "-",
        "~",
        "#",
        "&a ",
        "*a",
        "<<",
        "!!",
        "|",
        "---",
        "\n",
        "\r\n",
        "\t",
        "\0",
        "\\u0000",
        "'",
        "null",
        "true",
        "-1",
        "0",
        "1e999",
        "-0.0",
        "NaN",
        "99999999999",
        "2147483648",
        "__proto__",
        "../",
        "\u00e4",
        "\ud83d\ude00",
        "[[[[[[[[",
        "{\"a\":"
    };

    private static final int[] EXTREMES = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 16, 1 << 24, 0x7fc00000
    };

    /** What reads a file; its answer is of no interest here. */
    @FunctionalInterface
    public interface Reader {
        /** Reads all of it, or throws. */
        void read(byte[] file) throws Exception;
    }

    private final Class<? extends RuntimeException> error;
    private final String name;
    private final Reader reader;
    private final long perByte;
    private final long constant;

    /** What is being tried, for the message if it hangs. */
    private volatile String trial = "nothing";

    private Damage(Class<? extends RuntimeException> error, String name, Reader reader, long perByte, long constant) {
        this.error = error;
        this.name = name;
        this.reader = reader;
        this.perByte = perByte;
        this.constant = constant;
    }

    /**
     * For a reader that throws {@code error} and no other.
     *
     * @param name what each of its messages contains, such as the file's name
     */
    public static Damage to(Class<? extends RuntimeException> error, String name, Reader reader) {
        return new Damage(error, name, reader, 100, 1 << 20);
    }

    /** For a reader that never throws. */
    public static Damage toPatient(Reader reader) {
        return new Damage(null, "", reader, 100, 1 << 20);
    }

    /** The same reader, which may allocate {@code perByte} times the file's length and {@code constant} bytes more. */
    public Damage allocating(long perByte, long constant) {
        return new Damage(error, name, reader, perByte, constant);
    }

    /** The file cut at every place. */
    public void everyTruncationIsRefused(byte[] file) {
        batch(file, () -> {
            for (int length = 0; length < file.length; length++) {
                refuses(Arrays.copyOf(file, length), "cut to " + length);
            }
        });
    }

    /** The file cut at every place, where what is left may be a file too. */
    public void everyTruncationIsAnsweredOrRefused(byte[] file) {
        batch(file, () -> {
            for (int length = 0; length < file.length; length++) {
                answers(Arrays.copyOf(file, length), "cut to " + length);
            }
        });
    }

    /** Each bit of the file turned. */
    public void everySingleBitFlipIsRefused(byte[] file) {
        batch(file, () -> {
            for (int bit = 0; bit < 8 * file.length; bit++) {
                refuses(flipped(file, bit), "bit " + bit);
            }
        });
    }

    /** Each bit of the file turned, in a format without a checksum: some flips make another file that is sound. */
    public void everySingleBitFlipIsAnsweredOrRefused(byte[] file) {
        batch(file, () -> {
            for (int bit = 0; bit < 8 * file.length; bit++) {
                answers(flipped(file, bit), "bit " + bit);
            }
        });
    }

    private static byte[] flipped(byte[] file, int bit) {
        byte[] flipped = file.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    /** The file with more behind its end. */
    public void trailingBytesAreRefused(byte[] file) {
        batch(file, () -> {
            for (int more = 1; more < 9; more++) {
                refuses(Arrays.copyOf(file, file.length + more), more + " more");
            }
        });
    }

    /** The file changed here and there {@code times} times, and as many blocks of chance; the same every time. */
    public void whateverComesIsAnsweredOrRefused(byte[] file, int times) {
        whateverComesIsAnsweredOrRefused(file, times, UnaryOperator.identity());
    }

    /** The same, and each through {@code repair}, such as {@link #resealed}, so that what lies behind a checksum is reached. */
    public void whateverComesIsAnsweredOrRefused(byte[] file, int times, UnaryOperator<byte[]> repair) {
        batch(file, () -> {
            Random random = new Random(20261127);
            for (int i = 0; i < times; i++) {
                answers(repair.apply(changed(file, random)), "change " + i);
                byte[] chance = new byte[random.nextInt(2 * file.length + 2)];
                random.nextBytes(chance);
                answers(repair.apply(chance), "chance " + i);
            }
        });
    }

    private static byte[] changed(byte[] file, Random random) {
        byte[] changed = file.clone();
        for (int more = random.nextInt(4); more >= 0; more--) {
            int at = random.nextInt(changed.length + 1);
            int to = Math.min(changed.length, at + random.nextInt(16));
            switch (random.nextInt(6)) {
                case 0 -> changed = spliced(changed, at, to, new byte[0]);
                case 1 -> changed = spliced(changed, at, at, Arrays.copyOfRange(changed, at, to));
                case 2 -> changed = spliced(changed, at, to, bytes(SPICE[random.nextInt(SPICE.length)]));
                case 3 -> changed = spliced(changed, at, at, bytes(SPICE[random.nextInt(SPICE.length)]));
                case 4 -> {
                    int value = EXTREMES[random.nextInt(EXTREMES.length)];
                    for (int k = at; k < Math.min(changed.length, at + 4); k++) {
                        changed[k] = (byte) (value >> 8 * (k - at));
                    }
                }
                default -> {
                    if (at < changed.length) {
                        changed[at] = (byte) random.nextInt();
                    }
                }
            }
        }
        return changed;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] file, int from, int to, byte[] instead) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, from);
        out.writeBytes(instead);
        out.write(file, to, file.length - to);
        return out.toByteArray();
    }

    /** The file as it is, which the reader must take, and then what is done to it. */
    private void batch(byte[] file, Runnable trials) {
        assertTimeoutPreemptively(
                HANGS,
                () -> {
                    assertTrue(answers(file, "the whole file"), "the whole file is sound");
                    trials.run();
                },
                () -> "it hangs at " + trial);
    }

    /** Makes sure that the reader throws its error, within its bounds. */
    public void refuses(byte[] file, String what) {
        if (answers(file, what)) {
            fail(what + ": read, but should have been refused");
        }
    }

    /** Makes sure that the reader answers or throws its error, within its bounds, and says whether it answered. */
    public boolean answers(byte[] file, String what) {
        trial = what;
        long most = perByte * file.length + constant;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        boolean answered = reads(file, what);
        long used = THREADS.getCurrentThreadAllocatedBytes() - before;
        if (used > most) {
            // Classes that were loaded for the first time are not the file's doing.
            before = THREADS.getCurrentThreadAllocatedBytes();
            reads(file, what);
            used = THREADS.getCurrentThreadAllocatedBytes() - before;
        }
        assertTrue(used <= most, what + ": " + file.length + " bytes made it allocate " + used + ", more than " + most);
        return answered;
    }

    private boolean reads(byte[] file, String what) {
        try {
            reader.read(file);
            return true;
        } catch (RuntimeException e) {
            if (error == null || !error.isInstance(e)) {
                throw new AssertionError(what + ": threw " + e, e);
            }
            String message = String.valueOf(e.getMessage());
            assertTrue(message.length() > name.length() && message.contains(name), what + " is told as: " + message);
            return false;
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(what + ": threw " + e, e);
        }
    }

    /** What the reader says about a file that it must refuse. */
    public String message(byte[] file) {
        try {
            reader.read(file);
        } catch (Exception e) {
            if (error.isInstance(e)) {
                return e.getMessage();
            }
            throw new AssertionError("threw " + e, e);
        }
        return fail("read, but should have been refused");
    }

    /** Corrects length and checksum of one of our own binary formats after a change, so that its reader's other checks are reached. */
    public static byte[] resealed(byte[] file) {
        if (file.length < 12) {
            return file;
        }
        byte[] sealed = file.clone();
        int32(sealed, 4, sealed.length);
        CRC32 crc = new CRC32();
        crc.update(sealed, 0, sealed.length - 4);
        int32(sealed, sealed.length - 4, (int) crc.getValue());
        return sealed;
    }

    private static void int32(byte[] file, int at, int value) {
        for (int k = 0; k < 4; k++) {
            file[at + k] = (byte) (value >> 8 * k);
        }
    }
}
