@NullMarked
package io.oceanid.support.guard;

import org.jspecify.annotations.NullMarked;
