/** The connection to PostgreSQL, its health and the version of its schema. */
@NullMarked
package io.oceanid.sink.database;

import org.jspecify.annotations.NullMarked;
