/** The items of a Label Studio result as flat records, one a row, exact to the code point. */
@NullMarked
package io.oceanid.sink.region;

import org.jspecify.annotations.NullMarked;
