/** Reads what Label Studio has and repairs the tables by it, through the same code as events. */
@NullMarked
package io.oceanid.sink.reconcile;

import org.jspecify.annotations.NullMarked;
