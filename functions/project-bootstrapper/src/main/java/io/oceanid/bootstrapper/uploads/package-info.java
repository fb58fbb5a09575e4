/** Files that requests bring or point at, on disk while they are worked on. */
@NullMarked
package io.oceanid.bootstrapper.uploads;

import org.jspecify.annotations.NullMarked;
