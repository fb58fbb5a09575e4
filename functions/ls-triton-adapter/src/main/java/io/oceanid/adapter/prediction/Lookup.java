package io.oceanid.adapter.prediction;

import io.oceanid.adapter.labelconfig.TextObject;

/** What the search for a text of a task led to. */
sealed interface Lookup {

    /** The Text tag that shows it. */
    TextObject object();

    /** A text. */
    record Known(TextObject object, String text) implements Lookup {}

    /** The task's data have no such field, or there is no text in it. */
    record Absent(TextObject object) implements Lookup {}

    /** There is something, but no text is to be had from it: a URL that leads nowhere, an encoding that it is not in. */
    record Unusable(TextObject object, Throwable reason) implements Lookup {}
}
