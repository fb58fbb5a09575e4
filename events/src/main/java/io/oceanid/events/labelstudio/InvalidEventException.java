package io.oceanid.events.labelstudio;

/** The data of an event that do not fit its schema. */
public final class InvalidEventException extends RuntimeException {

    private final String field;
    private final String problem;

    InvalidEventException(String field, String problem) {
        super(field + " " + problem);
        this.field = field;
        this.problem = problem;
    }

    /** The path of the field at fault, such as {@code annotation.id}. */
    public String field() {
        return field;
    }

    /** The same fault, seen from the batch that the event is part of. */
    public InvalidEventException inBatchAt(int index) {
        return new InvalidEventException("[" + index + "]." + field, problem);
    }

    /** What is wrong, the field named. */
    public String problem() {
        return field + " " + problem;
    }
}
