/** Rows imported into projects: each once, however often it is tried. */
@NullMarked
package io.oceanid.bootstrapper.imports;

import org.jspecify.annotations.NullMarked;
