@NullMarked
package io.oceanid.support.access;

import org.jspecify.annotations.NullMarked;
