/**
 * A broker with the contract of Knative's (specs/eventing/data-plane): at least once, retries with backoff, dead letters
 * with {@code knativeerror*} attributes. Its queue is in a file, so a process that is killed loses nothing.
 */
@NullMarked
package io.oceanid.broker;

import org.jspecify.annotations.NullMarked;
