/** Predictions for tasks as they are created, before anybody opens them. */
@NullMarked
package io.oceanid.adapter.preannotation;

import org.jspecify.annotations.NullMarked;
