package io.github.seeingdigits.training.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.training.Alike;
import io.github.seeingdigits.training.Answers;
import io.github.seeingdigits.training.Experiment;
import io.github.seeingdigits.training.Misread;
import io.github.seeingdigits.training.Recipe;
import io.github.seeingdigits.training.Schedule;
import io.github.seeingdigits.training.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The fully connected network with 300 hidden units whose error LeCun, Bottou, Bengio and Haffner 1998, doi:10.1109/5.726791, give as
 * 4.7 %, with rectifiers and trained as one would today. Beside its answers those of the site's other networks are counted, from single
 * layers to convolutions: an image that all of them misread is hard in itself.
 */
public final class Hidden300 implements Experiment {
    @Override
    public String id() {
        return "hidden-300";
    }

    @Override
    public String title() {
        return "Three hundred hidden units";
    }

    @Override
    public String purpose() {
        return "A network of a size that was common in 1998, trained by today’s means; and which test digits it and the other "
                + "networks misread.";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of("dense 784 300, relu 300, dense 300 10")
                .rate(0.001, Schedule.COSINE)
                .epochs(10)
                .floor(0.975);
    }

    @Override
    public List<String> needs() {
        return List.of(
                "softmax-10",
                "one-vs-rest",
                "nmn-10",
                "hidden-6",
                "hidden-10",
                "nmn-hidden",
                "nmn-256-128",
                "cnn",
                "reader");
    }

    @Override
    public void measure(Study study, ObjectNode findings) {
        LabelledImages test = study.data().test();
        List<String> names = new ArrayList<>(needs());
        names.add(id());
        List<Answers> answers = new ArrayList<>();
        for (String name : names) {
            Network network = name.equals(id()) ? study.published() : study.other(name);
            answers.add(Answers.of(network, test, UnaryOperator.identity()));
        }
        Alike alike = new Alike(test);
        Misread misread = new Misread(test, names, answers);
        ObjectNode node = findings.putObject("misread");
        misread.put(node, alike.images());
        alike.put(findings.putObject("alike"));
        study.publish("misread", misread.view());
        node.put("view", "misread");
        node.put(
                "axes",
                "test images that some network misreads; hundreds and rest of the image’s place, its label, each network’s answer");
    }
}
