/** What the tests speak with: a source, and a broker that does as it is told. */
@NullMarked
package io.oceanid.source.testing;

import org.jspecify.annotations.NullMarked;
