/** From what is declared and what Label Studio has to a plan, and from the plan to a project that is as declared. */
@NullMarked
package io.oceanid.bootstrapper.project;

import org.jspecify.annotations.NullMarked;
