package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import io.github.seeingdigits.Trees;
import io.github.seeingdigits.Victim;
import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.data.ModelFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training that is killed, whatever it is at. */
class KilledTrainingTest {
    /** XOR, because more than a few inputs and examples would only be waited for. */
    private static final Recipe RECIPE = Recipe.of("dense 2 4, relu 4, dense 4 1")
            .examples(Examples.XOR)
            .loss(Objective.SQUARED_ERROR)
            .batch(4)
            .epochs(10)
            .seeds(3, 1);

    private static final DataSet DATA = Examples.XOR.load(Map.of());

    @TempDir
    Path root;

    private Path folder;

    @Test
    @Fault("Trainer: kill at any moment")
    void killedFiftyTimesAWholeModelStandsAndTheNextRunGoesOn() throws Exception {
        folder = root.resolve("models");
        Map<String, Map<String, String>> expected = Map.of("A", trained("A"), "B", trained("B"));
        assertTrue(!expected.get("A").equals(expected.get("B")), "the two are the same");
        SplittableRandom random = new SplittableRandom(1);
        String version = "A";
        long nanos = 0;
        for (int i = 0; i < Victim.KILLS; i++) {
            boolean resume = i > 0 && random.nextBoolean();
            try (Victim victim = new Victim(Killed.class, folder.toString(), version, Boolean.toString(resume))) {
                victim.awaitFirst();
                // It trained, resumed or anew, where the last one died, and nothing of that one is left.
                assertEquals(expected.get(version), files(folder), "kill " + i + ", resumed: " + resume);
                victim.goOn();
                nanos = nanos == 0 ? victim.measure() : nanos;
                version = victim.kill(random, nanos);
            }
            ModelFolder.read(folder.resolve("tiny"));
            Map<String, String> left = files(folder);
            left.keySet().removeIf(name -> name.endsWith(".part") || name.startsWith(".checkpoints"));
            // Time and machine of a run may stay those of the one before.
            assertTrue(
                    left.equals(expected.get("A")) || left.equals(expected.get("B")),
                    () -> "a mixture is left: " + left.keySet());
        }
    }

    private Map<String, String> trained(String version) throws IOException {
        Path own = root.resolve(version);
        train(own, version, false);
        return files(own);
    }

    private static void train(Path folder, String version, boolean resume) {
        PrintStream quiet = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Recipe recipe = version.equals("A") ? RECIPE : RECIPE.rate(0.01, Schedule.COSINE);
        String[] arguments = {"tiny", "--out", folder.toString(), "--resume"};
        new Train(Map.of(), quiet, quiet, false)
                .train(
                        new TinyExperiment(recipe),
                        Options.parse(List.of(arguments)
                                .subList(0, resume ? arguments.length : arguments.length - 1)
                                .toArray(new String[0])),
                        DATA);
    }

    /** All files, but for the one that differs from run to run. */
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = Trees.files(folder);
        files.keySet().removeIf(name -> name.endsWith(ModelFolder.RUN));
        return files;
    }

    /** What the processes run: folder, first version, whether to resume. */
    static final class Killed {
        private Killed() {}

        public static void main(String[] args) throws Exception {
            Victim.work(
                    args[1],
                    Boolean.parseBoolean(args[2]),
                    (version, resume) -> train(Path.of(args[0]), version, resume));
        }
    }
}
