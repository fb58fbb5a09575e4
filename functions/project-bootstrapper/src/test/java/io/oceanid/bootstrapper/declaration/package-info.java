/** Tests of what is read of declarations. */
@NullMarked
package io.oceanid.bootstrapper.declaration;

import org.jspecify.annotations.NullMarked;
