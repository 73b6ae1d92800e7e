package io.github.seeingdigits.network;

/** A model, replay or architecture that cannot be read. The message says what was found and what was expected. */
public final class ModelFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ModelFormatException(String message) {
        super(message);
    }
}
