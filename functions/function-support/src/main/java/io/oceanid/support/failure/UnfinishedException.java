package io.oceanid.support.failure;

import tools.jackson.databind.node.ObjectNode;

/** Work that stopped half-way. The answer is that of the reason, and says beside it what was done. */
public final class UnfinishedException extends RuntimeException {

    private final transient Throwable reason;
    private final transient ObjectNode done;

    /**
     * @param reason why it stopped
     * @param done members of the answer
     */
    public UnfinishedException(Throwable reason, ObjectNode done) {
        super(reason.getMessage(), reason);
        this.reason = reason;
        this.done = done;
    }

    /** Why it stopped. */
    public Throwable reason() {
        return reason;
    }

    /** Members of the answer. */
    public ObjectNode done() {
        return done;
    }
}
