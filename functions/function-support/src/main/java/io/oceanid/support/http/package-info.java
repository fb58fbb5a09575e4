/** What stands before every function: only its routes, only so many bytes. */
@NullMarked
package io.oceanid.support.http;

import org.jspecify.annotations.NullMarked;
