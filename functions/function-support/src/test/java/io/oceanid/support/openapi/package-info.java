/** What a function answers, as an OpenAPI document that is made of its routes. */
@NullMarked
package io.oceanid.support.openapi;

import org.jspecify.annotations.NullMarked;
