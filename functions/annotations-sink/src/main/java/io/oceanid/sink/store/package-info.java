/** The tables: what a group of events changes in them, in one transaction. */
@NullMarked
package io.oceanid.sink.store;

import org.jspecify.annotations.NullMarked;
