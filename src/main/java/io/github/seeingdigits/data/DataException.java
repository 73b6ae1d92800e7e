package io.github.seeingdigits.data;

/**
 * A file that is missing, damaged or cannot be written. The message names the file, what was found, what was expected and
 * what to do.
 */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
