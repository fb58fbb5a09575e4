@NullMarked
package io.oceanid.local.function;

import org.jspecify.annotations.NullMarked;
