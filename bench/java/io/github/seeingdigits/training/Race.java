package io.github.seeingdigits.training;

import io.github.seeingdigits.data.Mnist;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lets contenders train one epoch each in turn, round after round, so that whatever else the machine does falls on all of
 * them, and prints medians as a Markdown table. Arguments: rounds, images in an epoch, then for each contender its name and
 * its command.
 */
final class Race {
    private static final int WARM_UP = 4;

    private Race() {}

    private static final class Contender {
        final String name;
        final Process process;
        final BufferedReader answers;
        final List<double[]> rounds = new ArrayList<>();

        Contender(String name, String command) throws IOException {
            this.name = name;
            process = new ProcessBuilder("sh", "-c", "exec " + command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            if (!"ready".equals(answers.readLine())) {
                throw new IOException(name + " did not start");
            }
        }

        double[] epoch() throws IOException {
            begin();
            return end();
        }

        void begin() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }

        double[] end() throws IOException {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException(name + " ended early");
            }
            return Arrays.stream(answer.trim().split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }

        double median(int what) {
            return middle(rounds.stream().mapToDouble(r -> r[what]).toArray());
        }

        double fastest() {
            return rounds.stream().mapToDouble(r -> r[0]).min().orElseThrow();
        }
    }

    public static void main(String[] args) throws IOException {
        int rounds = Integer.parseInt(args[0]);
        int images = Integer.parseInt(args[1]);
        List<Contender> all = new ArrayList<>();
        for (int i = 2; i + 1 < args.length; i += 2) {
            Contender contender = new Contender(args[i], args[i + 1]);
            for (int w = 0; w < WARM_UP; w++) {
                contender.epoch();
            }
            all.add(contender);
        }
        Contender one = new Contender(args[2], args[3]);
        Contender other = new Contender(args[2], args[3]);
        for (int w = 0; w < WARM_UP; w++) {
            one.epoch();
            other.epoch();
        }
        double[] both = new double[rounds];
        double[] handover = new double[rounds];
        Handover.nanoseconds();
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : all) {
                contender.rounds.add(contender.epoch());
            }
            one.begin();
            other.begin();
            both[round] = Math.max(one.end()[0], other.end()[0]);
            handover[round] = Handover.nanoseconds();
        }
        Contender ours = all.get(0);
        boolean peak = all.get(all.size() - 1).name.equals("peak");
        print(peak ? all.subList(0, all.size() - 1) : all, images);
        System.out.println("Two processes at once, which share nothing but the machine: "
                + hundredths(2 * ours.median(0) / middle(both)) + " × the images per second of one; by the fastest epochs "
                + hundredths(2 * ours.fastest() / Arrays.stream(both).min().orElseThrow()) + " ×.");
        Arrays.sort(handover);
        System.out.println("A word from one processor to the other and back: " + Math.round(middle(handover)) + " ns, from "
                + Math.round(handover[0]) + " to " + Math.round(handover[rounds - 1]) + ".");
        if (peak) {
            printPeak(ours, all.get(all.size() - 1), images);
        }
        all.forEach(contender -> contender.process.destroy());
        one.process.destroy();
        other.process.destroy();
    }

    private static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The first contender is ours on one thread, the second ours on two, the third PyTorch. */
    private static void print(List<Contender> all, int images) {
        double pytorch = images / all.get(2).median(1);
        System.out.println("| | images per CPU second | × PyTorch | images per second | loss after the last epoch |");
        System.out.println("|---|---:|---:|---:|---:|");
        for (Contender c : all) {
            double rate = images / c.median(1);
            System.out.println("| " + c.name + " | " + Math.round(rate) + " | " + hundredths(rate / pytorch) + " | "
                    + Math.round(images / c.median(0)) + " | "
                    + Math.round(1e4 * c.rounds.get(c.rounds.size() - 1)[2]) / 1e4 + " |");
        }
        Contender ours = all.get(0);
        Contender two = all.get(1);
        System.out.println();
        System.out.println("Two threads against one: " + hundredths(ours.median(0) / two.median(0))
                + " × the images per second, by the fastest epochs " + hundredths(ours.fastest() / two.fastest()) + " ×; two threads were given "
                + hundredths(two.median(1) / two.median(0)) + " processors, one was given "
                + hundredths(ours.median(1) / ours.median(0)) + ".");
    }

    /** How much of what the machine can do at most 784-128-10 makes use of. */
    private static void printPeak(Contender ours, Contender peak, int images) {
        double able = peak.rounds.get(0)[2] / peak.median(1);
        double ink = ink();
        double done = images / ours.median(1) * (2 * 128 * ink + 3 * 1280);
        double dense = images / ours.median(1) * (2 * 128 * 784 + 3 * 1280);
        System.out.println("Peak: " + hundredths(able / 1e9) + "·10⁹ multiply-adds per CPU second in plain Java. Done, "
                + "paper skipped: " + hundredths(done / 1e9) + "·10⁹ (" + Math.round(100 * done / able)
                + " %). A method that multiplies by the zeros too would need " + hundredths(dense / 1e9) + "·10⁹ ("
                + Math.round(100 * dense / able) + " %) for the same images.");
    }

    /** Mean number of inked pixels in a training image. */
    private static double ink() {
        Inked inked = Inked.of(Mnist.load(System.getenv()).train());
        return (double) inked.column().length / inked.images().size();
    }

    private static String hundredths(double value) {
        return String.valueOf(Math.round(100 * value) / 100.0);
    }
}
