/** Tests of the module row-recipes. */
@NullMarked
package io.oceanid.recipes;

import org.jspecify.annotations.NullMarked;
