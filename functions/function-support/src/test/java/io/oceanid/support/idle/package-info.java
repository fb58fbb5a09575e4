@NullMarked
package io.oceanid.support.idle;

import org.jspecify.annotations.NullMarked;
