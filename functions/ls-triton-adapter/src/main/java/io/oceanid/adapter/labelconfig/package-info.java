/** What a project's label config can take. */
@NullMarked
package io.oceanid.adapter.labelconfig;

import org.jspecify.annotations.NullMarked;
