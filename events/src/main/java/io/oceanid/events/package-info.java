/** The event catalogue: what Label Studio tells, as CloudEvents. */
@NullMarked
package io.oceanid.events;

import org.jspecify.annotations.NullMarked;
