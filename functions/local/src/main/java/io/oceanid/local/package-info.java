/** All functions in one JVM on an embedded PostgreSQL: what {@code scripts/local} starts. */
@NullMarked
package io.oceanid.local;

import org.jspecify.annotations.NullMarked;
