/** A setting that is missing or wrong stops the start, and one line says which. */
@NullMarked
package io.oceanid.support.settings;

import org.jspecify.annotations.NullMarked;
