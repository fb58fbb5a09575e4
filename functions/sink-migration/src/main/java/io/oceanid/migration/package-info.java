/** The schema {@code oceanid} of the annotations-sink, versioned, and the step that brings a database to it. */
@NullMarked
package io.oceanid.migration;

import org.jspecify.annotations.NullMarked;
