/** Tests of how the client is configured. */
@NullMarked
package io.oceanid.labelstudio.configuration;

import org.jspecify.annotations.NullMarked;
