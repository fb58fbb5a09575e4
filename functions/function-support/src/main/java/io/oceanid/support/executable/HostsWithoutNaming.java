package io.oceanid.support.executable;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Netty reads which name servers there are from {@code /etc/resolv.conf}, and asks JNDI too, which reads the same. An
 * executable does not.
 */
@TargetClass(className = "io.netty.resolver.dns.DirContextUtils")
final class HostsWithoutNaming {

    private HostsWithoutNaming() {}

    @Substitute
    @SuppressWarnings("unused") // takes the place of the method of that name
    static void addNameServers(List<InetSocketAddress> servers, int port) {}
}
