package io.github.seeingdigits.publishing;

/** Something that an author can put right. The message names the file, the line where there is one, and the remedy. */
public final class PublishException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PublishException(String message) {
        super(message);
    }

    public PublishException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A problem with a line of a file. */
    public static PublishException at(String file, int line, String message) {
        return new PublishException(file + ":" + line + ": " + message);
    }

    /** A problem with a file as a whole. */
    public static PublishException in(String file, String message) {
        return new PublishException(file + ": " + message);
    }
}
