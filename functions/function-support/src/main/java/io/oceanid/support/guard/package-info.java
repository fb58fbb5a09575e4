/** What keeps a peer that is away from taking a function along. */
@NullMarked
package io.oceanid.support.guard;

import org.jspecify.annotations.NullMarked;
