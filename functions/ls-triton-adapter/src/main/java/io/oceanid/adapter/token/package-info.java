/** Texts into tokens, and long ones into windows. */
@NullMarked
package io.oceanid.adapter.token;

import org.jspecify.annotations.NullMarked;
