package io.oceanid.local.function;

import java.net.URI;
import java.util.Optional;

/** The surroundings of functions that are tested by themselves. */
public final class TestSurroundings {

    private TestSurroundings() {}

    /** A database, and nothing else. */
    public static Surroundings of(URI database) {
        return new Surroundings(database, URI.create("http://127.0.0.1:9/"), Optional.empty());
    }
}
