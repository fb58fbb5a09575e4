@NullMarked
package io.oceanid.events.catalogue;

import org.jspecify.annotations.NullMarked;
