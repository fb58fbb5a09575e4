/** The functions, each in an application context of its own. */
@NullMarked
package io.oceanid.local.function;

import org.jspecify.annotations.NullMarked;
