package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.DataException;
import io.github.seeingdigits.data.DataSet;
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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                experiments.sort(Comparator.comparing(e -> !e.needs().isEmpty()));
            }
        } catch (IllegalArgumentException e) {
            err.println("train: " + e.getMessage());
            err.print(Options.USAGE);
            return WRONG_USAGE;
        }
        return attempt(() -> run(options, experiments));
    }

    /** Does some work; says in a sentence why it failed, if it did, and returns the exit code. */
    int attempt(Runnable work) {
        try {
            work.run();
            return DONE;
        } catch (DataException | TrainingException | ModelFormatException e) {
            err.println("train: " + e.getMessage());
            return FAILED;
        } catch (OutOfMemoryError e) {
            err.println("train: more memory is needed than Java may use (" + e.getMessage()
                    + "); nothing was written. Raise -Xmx in ./train");
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
            Map<Examples, DataSet> loaded = new EnumMap<>(Examples.class);
            for (Experiment experiment : experiments) {
                if (options.all() && options.resume() && done(experiment, options)) {
                    out.println(experiment.id() + ": current, so not trained again");
                } else {
                    DataSet data = loaded.computeIfAbsent(experiment.recipe().examples(), e -> e.load(environment));
                    train(experiment, options, data);
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
    void train(Experiment experiment, Options options, DataSet all) {
        long start = System.nanoTime();
        Map<String, Network> needed = Needs.networks(experiment, models(options));
        boolean kept =
                options.seeds() == 0 || options.seeds() == experiment.recipe().seeds() || options.out() != null;
        Thread farewell = new Thread(() -> err.println(
                "train: stopped; ./train " + experiment.id() + " --resume goes on from the last whole epoch"));
        if (kept) {
            Runtime.getRuntime().addShutdownHook(farewell);
        }
        Recipe recipe = withSeeds(experiment.recipe(), options.seeds());
        Map<String, Recipe> others = new LinkedHashMap<>();
        experiment.variants().forEach((name, variant) -> others.put(name, withSeeds(variant, options.seeds())));
        // More threads than processors would only wait for each other, unless each has a seed of its own.
        int threads = Math.min(
                options.threads(), Math.max(recipe.seeds(), Runtime.getRuntime().availableProcessors()));
        Runs runs;
        Map<String, Runs> othersRuns = new LinkedHashMap<>();
        try {
            runs = runs(experiment.id(), recipe, all, threads, checkpoints(experiment.id(), options, kept), options);
            others.forEach((name, variant) -> {
                String id = experiment.id() + "." + name;
                othersRuns.put(name, runs(id, variant, all, threads, checkpoints(id, options, kept), options));
            });
        } finally {
            dismiss(farewell);
        }
        DataSet data = all.first(recipe.classes());
        Results results = Results.of(recipe, runs, data);
        report(results);
        Map<String, Results> othersResults = new LinkedHashMap<>();
        others.forEach((name, variant) -> {
            Results result = Results.of(variant, othersRuns.get(name), all.first(variant.classes()));
            out.println("  " + name + ": mean test accuracy " + result.meanTestAccuracy());
            othersResults.put(name, result);
        });
        if (!kept) {
            out.println("not written: the recipe has " + experiment.recipe().seeds()
                    + " seeds; add --out FOLDER to keep this run");
            return;
        }
        Optional<Calibration> calibration = Optional.empty();
        if (Calibration.fits(recipe)) {
            out.println("  fitting the temperature");
            Calibration fitted = Calibration.of(recipe, results.published(), data, threads);
            results.published().setTemperature((float) fitted.temperature());
            calibration = Optional.of(fitted);
        }
        Map<String, Study> studies = new LinkedHashMap<>();
        othersResults.forEach(
                (name, result) -> studies.put(name, study(experiment, result, all, threads, Map.of(), needed)));
        Study study = study(experiment, results, all, threads, studies, needed);
        ObjectNode findings = ModelFolder.newObject();
        experiment.measure(study, findings);
        refuseBelowFloor(experiment, results);
        ObjectNode record = Record.of(experiment, results, calibration, othersResults, data);
        if (!experiment.needs().isEmpty()) {
            record.set("needs", Needs.checksums(experiment, models(options)));
        }
        Views.of(results, runs.snapshots(), study, record);
        if (!findings.isEmpty()) {
            record.set("findings", findings);
        }
        Path folder = models(options).resolve(experiment.id());
        ModelFolder.write(
                folder, results.published(), record, runs.snapshots().replay(), study.views(), run(threads, start));
        out.println("written: " + folder);
        checkpoints(experiment.id(), options, true).delete(recipe.seeds());
        others.forEach((name, variant) ->
                checkpoints(experiment.id() + "." + name, options, true).delete(variant.seeds()));
    }

    /** With fewer seeds than the published one's number, the first is as good as any. */
    private static Recipe withSeeds(Recipe recipe, int seeds) {
        return seeds == 0 ? recipe : recipe.seeds(seeds, Math.min(recipe.publishedSeed(), seeds));
    }

    private static Checkpoints checkpoints(String id, Options options, boolean kept) {
        return kept ? Checkpoints.of(models(options), id, options.resume()) : Checkpoints.none();
    }

    private Runs runs(String id, Recipe recipe, DataSet all, int threads, Checkpoints checkpoints, Options options) {
        out.println(id + ": \"" + recipe.architecture() + "\", " + recipe.seeds() + " seeds, " + threads + " threads"
                + start(checkpoints, options));
        return runs(id, recipe, all.first(recipe.classes()), threads, checkpoints);
    }

    private Runs runs(String id, Recipe recipe, DataSet data, int threads, Checkpoints checkpoints) {
        long images = (long) recipe.seeds() * recipe.epochs() * data.train().size();
        Progress progress = new Progress(id, images, out, terminal);
        Runs runs = Runs.of(recipe, data, threads, progress, checkpoints);
        progress.end();
        return runs;
    }

    private Study study(
            Experiment experiment,
            Results results,
            DataSet all,
            int threads,
            Map<String, Study> variants,
            Map<String, Network> needed) {
        Recipe recipe = results.recipe();
        return new Study(
                recipe,
                results.networks(),
                results.testByEpoch(),
                all.first(recipe.classes()),
                data -> runs(experiment.id() + ", control", recipe, data, threads, Checkpoints.none())
                        .networks(),
                variants,
                needed);
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

    private void report(Results results) {
        for (int i = 0; i < results.test().size(); i++) {
            Evaluation test = results.test().get(i);
            out.println("  seed " + (i + 1) + ": " + test.correct() + " of " + test.images()
                    + " test images right, loss " + test.loss());
        }
        out.println("  mean test accuracy " + results.meanTestAccuracy());
    }

    private static void refuseBelowFloor(Experiment experiment, Results results) {
        double floor = results.recipe().floor();
        if (!(results.meanTestAccuracy() >= floor)) {
            throw new TrainingException(experiment.id() + ": mean test accuracy is " + results.meanTestAccuracy()
                    + ", below its floor " + floor + ". Nothing was written; correct the recipe or its floor");
        }
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
            boolean current = record.path("recipe").equals(Record.recipe(experiment.recipe()))
                    && record.path("variants").size() == experiment.variants().size();
            if (!experiment.needs().isEmpty()) {
                current &= record.path("needs").equals(Needs.checksums(experiment, folder.resolve("..")));
            }
            for (Map.Entry<String, Recipe> variant : experiment.variants().entrySet()) {
                JsonNode made = record.path("variants").path(variant.getKey()).path("recipe");
                current &= made.equals(Record.recipe(variant.getValue()));
            }
            return current ? "current" : "stale";
        } catch (DataException e) {
            return "damaged";
        }
    }
}
