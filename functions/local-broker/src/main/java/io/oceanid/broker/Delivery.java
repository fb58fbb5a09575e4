package io.oceanid.broker;

/**
 * An event that a trigger's subscriber has not taken yet.
 *
 * @param sequence of the event, in the order in which events came
 */
record Delivery(String trigger, long sequence) {

    /** Sorts by trigger, then by sequence. */
    String key() {
        return "%s/%019d".formatted(trigger, sequence);
    }

    static Delivery of(String key) {
        int slash = key.indexOf('/');
        return new Delivery(key.substring(0, slash), Long.parseLong(key.substring(slash + 1)));
    }
}
