/** Who may call: a secret or a login on every route that is not open, and no way to forget it. */
@NullMarked
package io.oceanid.support.access;

import org.jspecify.annotations.NullMarked;
