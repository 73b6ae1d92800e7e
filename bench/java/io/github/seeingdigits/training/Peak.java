package io.github.seeingdigits.training;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;

/**
 * What this machine can do at most in plain Java: fused multiply-adds on numbers that stay in registers. Answers with wall
 * seconds, CPU seconds and the multiply-adds done.
 */
final class Peak {
    private static final int LENGTH = 1024;
    private static final int PASSES = 200_000;
    private static final int CHAIN = 16;

    private Peak() {}

    private static void pass(float[] y, float a, float b) {
        for (int j = 0; j < y.length; j++) {
            float v = y[j];
            v = Math.fma(v, a, b);
            v = Math.fma(v, a, b);
            v = Math.fma(v, a, b);
            v = Math.fma(v, a, b);
            v = Math.fma(v, a, b);
            v = Math.fma(v, a, b);
            v = Math.fma(v, a, b);
            v = Math.fma(v, a, b);
            v = Math.fma(v, a, b);
            v = Math.fma(v, a, b);
            v = Math.fma(v, a, b);
            v = Math.fma(v, a, b);
            v = Math.fma(v, a, b);
            v = Math.fma(v, a, b);
            v = Math.fma(v, a, b);
            y[j] = Math.fma(v, a, b);
        }
    }

    public static void main(String[] args) throws IOException {
        OperatingSystemMXBean os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        float[] y = new float[LENGTH];
        System.out.println("ready");
        while (in.readLine() != null) {
            long wall = System.nanoTime();
            long cpu = os.getProcessCpuTime();
            for (int i = 0; i < PASSES; i++) {
                pass(y, 0.999f, 0.001f);
            }
            System.out.println((System.nanoTime() - wall) / 1e9 + " " + (os.getProcessCpuTime() - cpu) / 1e9 + " "
                    + (double) PASSES * LENGTH * CHAIN);
        }
    }
}
