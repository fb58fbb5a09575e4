/** annotations-sink: annotation events into PostgreSQL, effects exactly once. */
@NullMarked
package io.oceanid.sink;

import org.jspecify.annotations.NullMarked;
