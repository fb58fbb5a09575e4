/** CloudEvents out, over HTTP. */
@NullMarked
package io.oceanid.source.broker;

import org.jspecify.annotations.NullMarked;
