/** The current state of a project, streamed. */
@NullMarked
package io.oceanid.sink.export;

import org.jspecify.annotations.NullMarked;
