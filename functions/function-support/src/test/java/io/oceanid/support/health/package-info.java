@NullMarked
package io.oceanid.support.health;

import org.jspecify.annotations.NullMarked;
