/** Texts into tokens, tested with small tokenizers of each kind. */
@NullMarked
package io.oceanid.adapter.token;

import org.jspecify.annotations.NullMarked;
