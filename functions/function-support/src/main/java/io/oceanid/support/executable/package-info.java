/** What native executables leave out, and the machine they are for. Read by the compiler of executables alone. */
@NullMarked
package io.oceanid.support.executable;

import org.jspecify.annotations.NullMarked;
