/** What tests of the bootstrapper share. */
@NullMarked
package io.oceanid.bootstrapper.testing;

import org.jspecify.annotations.NullMarked;
