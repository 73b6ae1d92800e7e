package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The networks of other experiments that an experiment looks at: beside its own model, or else among the committed ones. */
final class Needs {
    private static final Path COMMITTED = Path.of("models");

    private Needs() {}

    /**
     * The published network of each, by id.
     *
     * @param models where the experiment's own model goes
     * @throws TrainingException saying what to run first, if one is missing
     */
    static Map<String, Network> networks(Experiment experiment, Path models) {
        Map<String, Network> networks = new LinkedHashMap<>();
        for (String id : experiment.needs()) {
            Path folder = folder(id, models);
            if (Files.notExists(folder.resolve(ModelFolder.RECORD))) {
                throw new TrainingException(experiment.id() + " looks at the network of " + id
                        + ", which is not there; run ./train " + id + " first");
            }
            networks.put(id, ModelFolder.read(folder).network(1));
        }
        return networks;
    }

    /** The checksum of each, by id. */
    static ObjectNode checksums(Experiment experiment, Path models) {
        ObjectNode checksums = ModelFolder.newObject();
        for (String id : experiment.needs()) {
            ObjectNode record = ModelFolder.readRecord(folder(id, models));
            checksums.put(id, record.at("/files/" + ModelFolder.MODEL).asText());
        }
        return checksums;
    }

    private static Path folder(String id, Path models) {
        Path beside = models.resolve(id);
        return Files.exists(beside.resolve(ModelFolder.RECORD)) ? beside : COMMITTED.resolve(id);
    }
}
