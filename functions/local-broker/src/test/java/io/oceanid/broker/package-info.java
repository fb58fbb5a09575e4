/** Tests of the broker. */
@NullMarked
package io.oceanid.broker;

import org.jspecify.annotations.NullMarked;
