@NullMarked
package io.oceanid.events;

import org.jspecify.annotations.NullMarked;
