/** Tests of imports. */
@NullMarked
package io.oceanid.bootstrapper.imports;

import org.jspecify.annotations.NullMarked;
