/** Tags of tokens into entities. */
@NullMarked
package io.oceanid.adapter.decode;

import org.jspecify.annotations.NullMarked;
