package io.oceanid.adapter.rules;

import java.util.stream.Stream;

/** Finds one kind of thing, in time linear in the length of the text. Thread-safe. */
interface Rule {

    /** What is found, in any order. Matches may overlap. */
    Stream<Match> in(Document document);
}
