/** What any model is to this function: texts in, entities out. */
@NullMarked
package io.oceanid.adapter.model;

import org.jspecify.annotations.NullMarked;
