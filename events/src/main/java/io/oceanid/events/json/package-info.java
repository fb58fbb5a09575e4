/** JSON as every part of the project reads and writes it. */
@NullMarked
package io.oceanid.events.json;

import org.jspecify.annotations.NullMarked;
