/** Tests of plans and of applying them. */
@NullMarked
package io.oceanid.bootstrapper.project;

import org.jspecify.annotations.NullMarked;
