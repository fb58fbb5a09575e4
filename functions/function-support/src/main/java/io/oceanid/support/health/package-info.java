/** The health answers that people and Label Studio know. */
@NullMarked
package io.oceanid.support.health;

import org.jspecify.annotations.NullMarked;
