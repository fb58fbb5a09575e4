/** Tests of reconciling, against a Label Studio that stores tasks and a real PostgreSQL. */
@NullMarked
package io.oceanid.sink.reconcile;

import org.jspecify.annotations.NullMarked;
