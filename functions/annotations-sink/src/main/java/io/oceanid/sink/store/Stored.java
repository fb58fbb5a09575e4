package io.oceanid.sink.store;

/**
 * What a commit came to.
 *
 * @param fresh events that were new
 * @param repeated events that were stored before
 * @param saved states of annotations that are the newest now
 * @param stale states of annotations that came after a newer one
 */
record Stored(int fresh, int repeated, int saved, int stale) {}
