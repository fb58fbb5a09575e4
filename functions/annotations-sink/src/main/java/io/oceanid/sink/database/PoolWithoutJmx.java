package io.oceanid.sink.database;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;

/** The pool shows its numbers by JMX, if asked to, which nobody does here. An executable holds no server of JMX. */
@TargetClass(ConnectionPool.class)
final class PoolWithoutJmx {

    private PoolWithoutJmx() {}

    @Substitute
    @SuppressWarnings({"unused", "DoNotCallSuggester"}) // takes the place of the method of that name
    private void registerToJmx(PoolMetrics metrics, String name) {
        throw new UnsupportedOperationException("an executable has no JMX");
    }
}
