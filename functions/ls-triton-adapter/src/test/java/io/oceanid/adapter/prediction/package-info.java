@NullMarked
package io.oceanid.adapter.prediction;

import org.jspecify.annotations.NullMarked;
