package io.github.seeingdigits.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A record with everything that the schema asks for, for tests to bend. Its {@code files} are added when it is written. */
public final class SampleRecord {
    private SampleRecord() {}

    /** The record of a model with this id and architecture. */
    public static ObjectNode of(String id, String architecture) {
        String hash = "0".repeat(64);
        try {
            return (ObjectNode) new ObjectMapper().readTree("""
                            {"schema": 1, "id": "%1$s", "title": "A title", "purpose": "A purpose.", "command": "./train %1$s",
                             "recipe": {"examples": "e", "architecture": "%2$s", "parameters": 8, "initialiser": "i", "optimiser": "o",
                               "rate": 0.1, "schedule": "constant", "batch": 2, "epochs": 1, "loss": "l",
                               "inputScaling": "pixel / 255", "rounding": "r", "seeds": [1], "publishedSeed": 1},
                             "floors": {"test.accuracy.mean": 0.9},
                             "data": {"train": {"images": 60000, "imagesSha256": "%3$s", "labelsSha256": "%3$s"},
                                      "test": {"images": 10000, "imagesSha256": "%3$s", "labelsSha256": "%3$s"}},
                             "train": {"accuracy": {"mean": 0.93, "min": 0.93, "max": 0.93},
                                       "error": {"mean": 0.07, "min": 0.07, "max": 0.07},
                                       "loss": {"mean": 0.25, "min": 0.25, "max": 0.25}},
                             "test": {"accuracy": {"mean": 0.92561, "min": 0.92561, "max": 0.92561},
                                      "error": {"mean": 0.07439, "min": 0.07439, "max": 0.07439},
                                      "loss": {"mean": 0.26, "min": 0.26, "max": 0.26}},
                             "seeds": [{"seed": 1, "train": {"accuracy": 0.93, "correct": 55800, "loss": 0.25},
                                        "test": {"accuracy": 0.92561, "correct": 9256, "loss": 0.26}, "testAccuracyByEpoch": [0.92561]}],
                             "published": {"seed": 1, "test": {"accuracy": 0.92561, "correct": 9256, "loss": 0.26}},
                             "baselines": {"chance": 0.1, "majorityClass": {"digit": 1, "accuracy": 0.1135}},
                             "files": {}}
                            """.formatted(id, architecture, hash));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
