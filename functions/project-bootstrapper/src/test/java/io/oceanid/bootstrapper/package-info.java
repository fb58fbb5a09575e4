/** Tests of the module project-bootstrapper. */
@NullMarked
package io.oceanid.bootstrapper;

import org.jspecify.annotations.NullMarked;
