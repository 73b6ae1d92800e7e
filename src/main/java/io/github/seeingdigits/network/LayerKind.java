package io.github.seeingdigits.network;

/** A kind of layer as an {@link Architecture} knows it. Each layer's class has one; {@link Architecture} lists them. */
abstract class LayerKind {
    /** The first word of its description. */
    final String name;
    /** The whole description with placeholders in capitals, for messages. */
    final String usage;

    LayerKind(String name, String arguments) {
        this.name = name;
        this.usage = name + " " + arguments;
    }

    /**
     * Builds the layer that {@code text} describes and reads all of it.
     *
     * @throws ModelFormatException naming what is wrong, before anything large is allocated
     */
    abstract Layer read(LayerText text, Ops ops);
}
