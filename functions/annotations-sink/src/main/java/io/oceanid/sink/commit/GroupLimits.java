package io.oceanid.sink.commit;

/**
 * How large groups get, and how many are committed at once.
 *
 * @param commits groups under way at once: each takes a connection
 * @param elements elements of one group at the most
 * @param weight a group takes no further element once its elements together weigh as much
 */
public record GroupLimits(int commits, int elements, int weight) {

    public GroupLimits {
        if (commits < 1 || elements < 1 || weight < 1) {
            throw new IllegalArgumentException("a group commit needs at least one commit, element and weight");
        }
    }
}
