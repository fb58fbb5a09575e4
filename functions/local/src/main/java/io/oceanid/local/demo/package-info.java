/** A recorded labelling session, sent to the sink, what then stands in its tables, and what the adapter predicts. */
@NullMarked
package io.oceanid.local.demo;

import org.jspecify.annotations.NullMarked;
