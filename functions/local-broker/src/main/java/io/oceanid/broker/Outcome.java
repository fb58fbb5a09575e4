package io.oceanid.broker;

/** What came of one try. */
sealed interface Outcome {

    /** The subscriber took it. */
    record Taken() implements Outcome {}

    /**
     * It did not.
     *
     * @param code that it answered; 0 for none
     * @param data what it answered, in part, or why there was no answer
     */
    record Refused(int code, String data) implements Outcome {

        /** Whether another try may help (data-plane, "Event Reply Contract"). */
        boolean isTemporary() {
            return switch (code) {
                case 0, 404, 408, 409, 429 -> true;
                default -> code >= 500;
            };
        }
    }
}
