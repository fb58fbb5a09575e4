@NullMarked
package io.oceanid.support.function;

import org.jspecify.annotations.NullMarked;
