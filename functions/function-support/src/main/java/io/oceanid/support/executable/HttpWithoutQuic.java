package io.oceanid.support.executable;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/** Reactor Netty asks, before it speaks TLS, whether there is HTTP/3. There is not, and an executable holds nothing of QUIC. */
@TargetClass(className = "reactor.netty.http.internal.Http3")
final class HttpWithoutQuic {

    private HttpWithoutQuic() {}

    @Substitute
    @SuppressWarnings("unused") // takes the place of the method of that name
    static boolean isHttp3Available() {
        return false;
    }
}
