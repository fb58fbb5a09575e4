/** What arrives over HTTP, read and handed to the group commit. */
@NullMarked
package io.oceanid.sink.intake;

import org.jspecify.annotations.NullMarked;
