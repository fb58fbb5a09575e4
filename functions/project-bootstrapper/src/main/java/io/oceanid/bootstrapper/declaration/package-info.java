/** What people declare of a labelling project, read and checked. Knows no Label Studio but its label configs. */
@NullMarked
package io.oceanid.bootstrapper.declaration;

import org.jspecify.annotations.NullMarked;
