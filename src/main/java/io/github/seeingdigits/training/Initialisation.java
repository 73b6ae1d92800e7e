package io.github.seeingdigits.training;

import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.Initialiser;
import java.util.Arrays;
import java.util.function.Function;

/** An {@link Initialiser} yet to be shown the training images, with the words that a record uses for it. */
public final class Initialisation {
    /** See {@link Initialiser#fanInUniform}. */
    public static final Initialisation FAN_IN_UNIFORM = of("uniform in ±1/√inputs", Initialiser.fanInUniform());

    /** Every parameter zero; only sensible where nothing but the loss must break the symmetry, as in a single layer. */
    public static final Initialisation ZERO = of("zero", (layer, random) -> {});

    /** See {@link Initialiser#xavierUniform}. */
    public static final Initialisation XAVIER_UNIFORM =
            of("Xavier: uniform in ±√(6/(inputs + outputs)), biases zero", Initialiser.xavierUniform());

    /** See {@link Initialiser#xavierNormal}. */
    public static final Initialisation XAVIER_NORMAL =
            of("Xavier: normal with variance 2/(inputs + outputs), biases zero", Initialiser.xavierNormal());

    /** See {@link Initialiser#yatDefault}. */
    public static final Initialisation YAT_DEFAULT = of(
            "Xavier: normal with variance 2/(inputs + outputs), biases uniform in ±1/√inputs",
            Initialiser.yatDefault());

    /** See {@link Initialiser#positive}. */
    public static final Initialisation POSITIVE = of(
            "positive: absolute values of normal numbers with variance 2/(inputs + outputs), biases zero",
            Initialiser.positive());

    /** See {@link Initialiser#he}. */
    public static final Initialisation HE = of("He: normal with variance 2/inputs, biases zero", Initialiser.he());

    /** See {@link Initialiser#orthogonal}. */
    public static final Initialisation ORTHOGONAL = of("orthogonal, biases zero", Initialiser.orthogonal());

    /** See {@link Initialiser#identity}. */
    public static final Initialisation IDENTITY = of("identity, biases zero", Initialiser.identity());

    private final String description;
    private final Function<LabelledImages, Initialiser> make;

    private Initialisation(String description, Function<LabelledImages, Initialiser> make) {
        this.description = description;
        this.make = make;
    }

    private static Initialisation of(String description, Initialiser initialiser) {
        return new Initialisation(description, train -> initialiser);
    }

    /** Layers with as many outputs as inputs pass on what they get; see {@link Initialiser#squareIdentity}. */
    public static Initialisation squareIdentity(Initialisation others) {
        return new Initialisation(
                "identity where a layer has as many outputs as inputs, other layers " + others,
                train -> Initialiser.squareIdentity(others.make.apply(train)));
    }

    /** The first layer's units as the mean training image of a digit each; see {@link Initialiser#classMeans}. */
    public static Initialisation classMeans(Initialisation others) {
        return new Initialisation(
                "class means, other layers " + others,
                train -> Initialiser.classMeans(ClassMeans.of(train, classes(train)), others.make.apply(train)));
    }

    private static int classes(LabelledImages train) {
        return 1 + Arrays.stream(train.labels()).max().orElseThrow();
    }

    /** The same weights, and every bias {@code value}; see {@link Initialiser#constantBias}. */
    public Initialisation withBias(double value) {
        return new Initialisation(
                description + ", then every bias " + Numerals.plain(value),
                train -> Initialiser.constantBias(make.apply(train), (float) value));
    }

    Initialiser initialiser(LabelledImages train) {
        return make.apply(train);
    }

    @Override
    public String toString() {
        return description;
    }
}
