/** Recipes followed by DuckDB. */
@NullMarked
package io.oceanid.recipes;

import org.jspecify.annotations.NullMarked;
