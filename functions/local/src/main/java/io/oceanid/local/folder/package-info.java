/** The folder {@code .oceanid} and whose it is at the moment. */
@NullMarked
package io.oceanid.local.folder;

import org.jspecify.annotations.NullMarked;
