/** From tasks to predictions: which texts, which model, and what of its findings the label config takes. */
@NullMarked
package io.oceanid.adapter.prediction;

import org.jspecify.annotations.NullMarked;
