/** What the tests of every function speak to it with. */
@NullMarked
package io.oceanid.support.testing;

import org.jspecify.annotations.NullMarked;
