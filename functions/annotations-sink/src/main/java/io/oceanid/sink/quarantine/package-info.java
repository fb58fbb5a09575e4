/** What could not be taken in, or was not taken by others: kept, told of, and run again. */
@NullMarked
package io.oceanid.sink.quarantine;

import org.jspecify.annotations.NullMarked;
