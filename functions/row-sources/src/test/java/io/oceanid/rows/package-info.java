/** Tests of the module row-sources. */
@NullMarked
package io.oceanid.rows;

import org.jspecify.annotations.NullMarked;
