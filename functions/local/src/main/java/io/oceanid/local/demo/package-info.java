/** A recorded labelling session, sent to the sink, and what then stands in its tables. */
@NullMarked
package io.oceanid.local.demo;

import org.jspecify.annotations.NullMarked;
