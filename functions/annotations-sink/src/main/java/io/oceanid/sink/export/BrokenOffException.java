package io.oceanid.sink.export;

/**
 * A transfer that fails in its midst. It has no cause and quotes none: Spring takes an error that somewhere speaks of a
 * connection reset by its peer for a client that has gone, though the peer was the database, and ends the answer cleanly.
 */
final class BrokenOffException extends RuntimeException {

    BrokenOffException(String file) {
        super(file + " was broken off");
    }
}
