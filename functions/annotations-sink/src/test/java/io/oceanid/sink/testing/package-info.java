/** A real sink on a real PostgreSQL, and what tests say of them. */
@NullMarked
package io.oceanid.sink.testing;

import org.jspecify.annotations.NullMarked;
