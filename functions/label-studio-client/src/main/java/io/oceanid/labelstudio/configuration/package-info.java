/** The Label Studio of a function, where one is configured. */
@NullMarked
package io.oceanid.labelstudio.configuration;

import org.jspecify.annotations.NullMarked;
