/** The event types there are, each with its JSON Schema and examples in the folder {@code events/catalogue}. */
@NullMarked
package io.oceanid.events.catalogue;

import org.jspecify.annotations.NullMarked;
