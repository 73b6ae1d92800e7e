package io.github.seeingdigits.training;

/** Training that cannot go on or must not be published. The message says where, what was found and what to do. */
public final class TrainingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TrainingException(String message) {
        super(message);
    }
}
