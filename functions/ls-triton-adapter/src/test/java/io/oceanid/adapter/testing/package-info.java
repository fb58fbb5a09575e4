/** What the tests of the adapter speak to instead of an inference server. */
@NullMarked
package io.oceanid.adapter.testing;

import org.jspecify.annotations.NullMarked;
