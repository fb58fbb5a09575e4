@NullMarked
package io.oceanid.source.broker;

import org.jspecify.annotations.NullMarked;
