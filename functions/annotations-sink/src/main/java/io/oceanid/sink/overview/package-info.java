/** What stands in the tables at a glance, by queries that cost the same however much that is. */
@NullMarked
package io.oceanid.sink.overview;

import org.jspecify.annotations.NullMarked;
