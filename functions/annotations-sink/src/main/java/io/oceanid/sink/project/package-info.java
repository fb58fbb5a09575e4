/** Projects as they stand in the tables, read as of one moment. */
@NullMarked
package io.oceanid.sink.project;

import org.jspecify.annotations.NullMarked;
