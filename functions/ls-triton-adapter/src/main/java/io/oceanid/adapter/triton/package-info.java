/** Models on Triton: texts as a model takes them, and entities of what it answers. */
@NullMarked
package io.oceanid.adapter.triton;

import org.jspecify.annotations.NullMarked;
