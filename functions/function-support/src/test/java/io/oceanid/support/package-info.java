@NullMarked
package io.oceanid.support;

import org.jspecify.annotations.NullMarked;
