/** The sink under everything that can go wrong at once. */
@NullMarked
package io.oceanid.sink.chaos;

import org.jspecify.annotations.NullMarked;
