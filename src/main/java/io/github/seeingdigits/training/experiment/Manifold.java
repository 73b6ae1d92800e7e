package io.github.seeingdigits.training.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.training.CloudShape;
import io.github.seeingdigits.training.Experiment;
import io.github.seeingdigits.training.PathsBetweenDigits;
import io.github.seeingdigits.training.Recipe;
import io.github.seeingdigits.training.Schedule;
import io.github.seeingdigits.training.Study;
import java.util.List;

/**
 * Do digits lie on a thin bent sheet in the space of all pictures, or in blobs with protrusions? The evidence is about the
 * pictures; networks only judge what lies between them, the {@code reader} because it reads best.
 */
public final class Manifold implements Experiment {
    @Override
    public String id() {
        return "manifold";
    }

    @Override
    public String title() {
        return "The shape of a digit's cloud";
    }

    @Override
    public String purpose() {
        return "How many dimensions digits fill, whether ways between them lead through digits, and whether their clouds are "
                + "sheets, blobs or blobs with tentacles.";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of("dense 784 32, relu 32, dense 32 10")
                .rate(0.001, Schedule.COSINE)
                .epochs(10)
                .floor(0.95);
    }

    @Override
    public List<String> needs() {
        return List.of("reader");
    }

    @Override
    public void measure(Study study, ObjectNode findings) {
        CloudShape shape = new CloudShape(study);
        shape.spectrum(findings.putObject("spectrum"));
        shape.dimensions(findings.putArray("dimension"));
        shape.calibration(findings.putArray("calibration"));
        shape.verdicts(findings.putArray("verdict"));
        shape.knownAnswers(findings.putArray("knownAnswers"));
        shape.maps(findings.putObject("maps"));
        PathsBetweenDigits paths = new PathsBetweenDigits(study, study.other("reader"));
        paths.measure(findings.putObject("paths"));
        paths.noise(findings.putArray("noise"));
    }
}
