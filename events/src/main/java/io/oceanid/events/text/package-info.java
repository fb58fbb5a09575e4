/** Texts as Label Studio counts them. */
@NullMarked
package io.oceanid.events.text;

import org.jspecify.annotations.NullMarked;
