package io.github.seeingdigits;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * A process of ours that does the same work again and again, two versions of it in turn, until it is killed at a random moment
 * with SIGKILL, which it cannot notice.
 *
 * <p>It says the name of each version when it begins with it and again when it is done, and waits after the first, which proves that
 * work goes on where an earlier victim died.
 */
public final class Victim implements AutoCloseable {
    /** What such a process does. */
    public interface Work {
        /** Does a version of the work, from its beginning or from where a killed process left it. */
        void run(String version, boolean resume) throws Exception;
    }

    /** How often a test kills. */
    public static final int KILLS = 50;

    private static final String[] VERSIONS = {"A", "B"};
    private static final long HANGS_SECONDS = 60;

    private final Process process;
    private final BufferedReader output;
    private final List<String> said = new ArrayList<>();

    /** Starts a process that runs {@code main} with {@code arguments}; its main method calls {@link #work}. */
    public Victim(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It lives for a second or two.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What the process's main method does. Ends by being killed. */
    public static void work(String first, boolean resume, Work work) throws Exception {
        int at = first.equals(VERSIONS[0]) ? 0 : 1;
        for (int i = 0; ; i++) {
            String version = VERSIONS[(at + i) % 2];
            System.out.println("begins " + version);
            work.run(version, resume && i == 0);
            System.out.println("done " + version);
            if (i == 0 && System.in.read() < 0) {
                return;
            }
        }
    }

    /** Waits until the first version is done. The process then waits too. */
    public void awaitFirst() throws IOException {
        awaitDone();
    }

    /** Lets it go on after the first version. */
    public void goOn() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** How long a version takes once the process is warm, in nanoseconds; afterwards it is still at work. */
    public long measure() throws IOException {
        awaitDone();
        long before = System.nanoTime();
        awaitDone();
        awaitDone();
        return (System.nanoTime() - before) / 2;
    }

    private void awaitDone() throws IOException {
        String line;
        while ((line = output.readLine()) != null) {
            said.add(line);
            if (line.startsWith("done ")) {
                return;
            }
        }
        fail("the process ended: " + said);
    }

    /**
     * Kills it at a random moment of the next version, or shortly after.
     *
     * @param nanos how long a version takes
     * @return the version that it was at, or had just done
     */
    public String kill(SplittableRandom random, long nanos) throws IOException, InterruptedException {
        TimeUnit.NANOSECONDS.sleep(random.nextLong(nanos + nanos / 4));
        // By its handle, which leaves what it has said to be read.
        process.toHandle().destroyForcibly();
        assertTrue(process.waitFor(HANGS_SECONDS, TimeUnit.SECONDS), "it survives a SIGKILL");
        output.lines().forEach(said::add);
        String last = said.get(said.size() - 1);
        assertTrue(last.startsWith("begins ") || last.startsWith("done "), said::toString);
        return last.substring(last.indexOf(' ') + 1);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
