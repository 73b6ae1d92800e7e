package io.github.seeingdigits.training;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What might keep a deep and narrow network of rectifiers from collapsing: other starts and other rectifiers, everything else
 * the same.
 */
public final class Remedies {
    /** The name of a recipe with the loss that applies softmax once, or what is added to the name of another. */
    public static final String SINGLE = "single-softmax";

    /** The remedy that lets layers with as many outputs as inputs start by passing on what they get. */
    public static final String IDENTITY = "identity";

    private Remedies() {}

    /** All of them for {@code recipe}, by name, with {@code recipe}'s own loss. */
    public static Map<String, Recipe> of(Recipe recipe) {
        Initialisation plain = recipe.initialiser();
        Map<String, Recipe> remedies = new LinkedHashMap<>();
        remedies.put("he", recipe.initialiser(Initialisation.HE));
        remedies.put("orthogonal", recipe.initialiser(Initialisation.ORTHOGONAL));
        remedies.put(IDENTITY, recipe.initialiser(Initialisation.squareIdentity(plain)));
        remedies.put("bias", recipe.initialiser(plain.withBias(1)));
        remedies.put(
                "identity-bias",
                recipe.initialiser(Initialisation.squareIdentity(plain).withBias(1)));
        remedies.put("leaky", recipe.architecture(leaky(recipe.architecture())));
        return remedies;
    }

    /** {@code recipe} with a single softmax, and all remedies for {@code recipe}. */
    public static Map<String, Recipe> andSingle(Recipe recipe) {
        Map<String, Recipe> all = new LinkedHashMap<>();
        all.put(SINGLE, recipe.loss(Objective.CROSS_ENTROPY));
        all.putAll(of(recipe));
        return all;
    }

    /** Adds {@code recipe} under {@code name}, and with a single softmax under that name and {@link #SINGLE}. */
    public static void both(Map<String, Recipe> remedies, String name, Recipe recipe) {
        remedies.put(name, recipe);
        remedies.put(name + "-" + SINGLE, recipe.loss(Objective.CROSS_ENTROPY));
    }

    /** The slope is the usual one (Maas, Hannun and Ng 2013, <i>Rectifier nonlinearities improve neural network acoustic models</i>). */
    private static String leaky(String architecture) {
        StringBuilder layers = new StringBuilder();
        for (String layer : architecture.split(", ")) {
            layers.append(layers.length() == 0 ? "" : ", ");
            layers.append(layer.startsWith("relu ") ? "leaky-" + layer + " 0.01" : layer);
        }
        return layers.toString();
    }
}
