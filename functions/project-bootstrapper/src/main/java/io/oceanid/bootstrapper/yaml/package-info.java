/** What people write by hand. */
@NullMarked
package io.oceanid.bootstrapper.yaml;

import org.jspecify.annotations.NullMarked;
