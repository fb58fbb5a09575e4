/** The thin floor under every function. No business here. */
@NullMarked
package io.oceanid.support;

import org.jspecify.annotations.NullMarked;
