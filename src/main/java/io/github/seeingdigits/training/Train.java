package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.DataException;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.data.MnistFetch;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.ModelFormatException;
import io.github.seeingdigits.network.Network;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The {@code ./train} command: fetch MNIST, run experiments, write their model folders.
 *
 * <p>Exit codes: 0 done, 1 failed, 2 wrong usage. Nothing of a model is written before its training, measurements and floor
 * have all succeeded.
 */
public final class Train {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final Path MODELS = Path.of("models");

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    Train(Map<String, String> environment, PrintStream out, PrintStream err, boolean terminal) {
        this.environment = environment;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Train(System.getenv(), out, err, System.console() != null).run(args));
    }

    /** Does what {@code args} say; returns the exit code. */
    int run(String... args) {
        Options options;
        List<Experiment> experiments = new ArrayList<>();
        try {
            options = Options.parse(args);
            for (String id : options.ids()) {
                experiments.add(Experiments.named(id));
            }
            if (options.all()) {
                experiments.addAll(Experiments.all().values());
            }
        } catch (IllegalArgumentException e) {
            err.println("train: " + e.getMessage());
            err.print(Options.USAGE);
            return WRONG_USAGE;
        }
        try {
            run(options, experiments);
            return DONE;
        } catch (DataException | TrainingException | ModelFormatException e) {
            err.println("train: " + e.getMessage());
            return FAILED;
        }
    }

    private void run(Options options, List<Experiment> experiments) {
        if (options.help()) {
            out.print(Options.USAGE);
        }
        if (options.list()) {
            list(models(options));
        }
        if (options.fetch()) {
            new MnistFetch(Mnist.cache(environment)).run(out::println);
        }
        if (!experiments.isEmpty()) {
            Mnist mnist = Mnist.load(environment);
            for (Experiment experiment : experiments) {
                if (options.all() && options.resume() && done(experiment, options)) {
                    out.println(experiment.id() + ": current, so not trained again");
                } else {
                    train(experiment, options, mnist);
                }
            }
        }
    }

    private boolean done(Experiment experiment, Options options) {
        return !Checkpoints.of(models(options), experiment.id(), true).found()
                && state(experiment, models(options).resolve(experiment.id())).equals("current");
    }

    private static Path models(Options options) {
        return options.out() == null ? MODELS : options.out();
    }

    /** Trains, shows the results and, where that is due, writes the model. */
    void train(Experiment experiment, Options options, Mnist mnist) {
        long start = System.nanoTime();
        Recipe recipe = experiment.recipe();
        boolean asPublished = options.seeds() == 0 || options.seeds() == recipe.seeds();
        if (!asPublished) {
            // With fewer seeds than the published one's number, the first is as good as any.
            recipe = recipe.seeds(options.seeds(), Math.min(recipe.publishedSeed(), options.seeds()));
        }
        // More threads than processors would only wait for each other, unless each has a seed of its own.
        int threads = Math.min(
                options.threads(), Math.max(recipe.seeds(), Runtime.getRuntime().availableProcessors()));
        boolean kept = asPublished || options.out() != null;
        Checkpoints checkpoints =
                kept ? Checkpoints.of(models(options), experiment.id(), options.resume()) : Checkpoints.none();
        out.println(experiment.id() + ": \"" + recipe.architecture() + "\", " + recipe.seeds() + " seeds, " + threads
                + " threads" + start(checkpoints, options));
        long images = (long) recipe.seeds() * recipe.epochs() * mnist.train().size();
        Progress progress = new Progress(experiment.id(), images, out, terminal);
        Thread farewell = new Thread(() -> err.println(
                "train: stopped; ./train " + experiment.id() + " --resume goes on from the last whole epoch"));
        if (kept) {
            Runtime.getRuntime().addShutdownHook(farewell);
        }
        Runs runs;
        try {
            runs = Runs.of(recipe, mnist, threads, progress, checkpoints);
        } finally {
            dismiss(farewell);
        }
        progress.end();
        Measurements measured = Measurements.of(runs.networks(), recipe.publishedSeed(), runs.replay(), mnist);
        report(measured);
        if (!kept) {
            out.println("not written: the recipe has " + experiment.recipe().seeds()
                    + " seeds; add --out FOLDER to keep this run");
            return;
        }
        ObjectNode findings = findings(experiment, recipe, runs.networks(), mnist, threads);
        write(experiment, recipe, measured, findings, mnist, models(options), run(threads, start));
        checkpoints.delete(recipe.seeds());
    }

    private static String start(Checkpoints checkpoints, Options options) {
        if (options.resume()) {
            return checkpoints.found() ? ", going on with an interrupted run" : ", from the start";
        }
        return checkpoints.found() ? ", from the start; --resume would go on with an interrupted run" : "";
    }

    /** After Ctrl-C the machine is already on its way down, and the hook has run or will. */
    private static void dismiss(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // On the way down.
        }
    }

    private void report(Measurements measured) {
        for (int i = 0; i < measured.test().size(); i++) {
            Evaluation test = measured.test().get(i);
            out.println("  seed " + (i + 1) + ": " + test.correct() + " of " + test.images()
                    + " test images right, loss " + test.loss());
        }
        out.println("  mean test accuracy " + measured.meanTestAccuracy());
    }

    private ObjectNode findings(
            Experiment experiment, Recipe recipe, List<Network> networks, Mnist mnist, int threads) {
        Study study = new Study(recipe, networks, mnist, data -> {
            long images = (long) recipe.seeds() * recipe.epochs() * data.train().size();
            Progress progress = new Progress(experiment.id() + ", control", images, out, terminal);
            Runs control = Runs.of(recipe, data, threads, progress);
            progress.end();
            return control.networks();
        });
        ObjectNode findings = ModelFolder.newObject();
        experiment.measure(study, findings);
        return findings;
    }

    /** Refuses what is below the floor; writes everything else. */
    private void write(
            Experiment experiment,
            Recipe recipe,
            Measurements measured,
            ObjectNode findings,
            Mnist mnist,
            Path models,
            ObjectNode run) {
        if (!(measured.meanTestAccuracy() >= recipe.floor())) {
            throw new TrainingException(experiment.id() + ": mean test accuracy is " + measured.meanTestAccuracy()
                    + ", below its floor " + recipe.floor() + ". Nothing was written; correct the recipe or its floor");
        }
        Path folder = models.resolve(experiment.id());
        ObjectNode record = Record.of(experiment, recipe, measured, mnist);
        if (!findings.isEmpty()) {
            record.set("findings", findings);
        }
        ModelFolder.write(folder, measured.published(), record, measured.replay(), run);
        out.println("written: " + folder);
    }

    private static ObjectNode run(int threads, long start) {
        ObjectNode run = ModelFolder.newObject();
        run.put("java", System.getProperty("java.runtime.version"));
        run.put("os", System.getProperty("os.name"));
        run.put("arch", System.getProperty("os.arch"));
        run.put("cores", Runtime.getRuntime().availableProcessors());
        run.put("threads", threads);
        run.put("seconds", Math.round((System.nanoTime() - start) / 1e8) / 10.0);
        run.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        return run;
    }

    private void list(Path models) {
        for (Experiment experiment : Experiments.all().values()) {
            Path folder = models.resolve(experiment.id());
            out.println(
                    experiment.id() + "  " + state(experiment, folder) + took(folder) + "  " + experiment.purpose());
        }
    }

    /** How long the run took that wrote the model, and on how many threads, where {@code run.json} says so. */
    private static String took(Path folder) {
        JsonNode run = ModelFolder.readRun(folder);
        return run.path("seconds").isNumber()
                ? " (" + run.path("seconds").asText() + " s, "
                        + run.path("threads").asText() + " threads)"
                : "";
    }

    /** Whether the model is there, whole, and made by today's recipe. */
    static String state(Experiment experiment, Path folder) {
        if (Files.notExists(folder.resolve(ModelFolder.RECORD))) {
            return "missing";
        }
        try {
            ObjectNode record = ModelFolder.read(folder).record();
            return record.path("recipe").equals(Record.recipe(experiment.recipe())) ? "current" : "stale";
        } catch (DataException e) {
            return "damaged";
        }
    }
}
