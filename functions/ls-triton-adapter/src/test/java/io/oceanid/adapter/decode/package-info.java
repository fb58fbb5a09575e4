/** Tags of tokens into entities, tested. */
@NullMarked
package io.oceanid.adapter.decode;

import org.jspecify.annotations.NullMarked;
