@NullMarked
package io.oceanid.support.http;

import org.jspecify.annotations.NullMarked;
