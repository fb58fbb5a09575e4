/** The embedded model: rules for what has a form. */
@NullMarked
package io.oceanid.adapter.rules;

import org.jspecify.annotations.NullMarked;
