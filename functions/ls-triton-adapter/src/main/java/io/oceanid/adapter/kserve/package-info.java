/** KServe v2 (the Open Inference Protocol), over HTTP and gRPC. */
@NullMarked
package io.oceanid.adapter.kserve;

import org.jspecify.annotations.NullMarked;
