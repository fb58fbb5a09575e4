package io.oceanid.sink.database;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.util.Map;

/**
 * A connection looks for the codec of each type that there is before it is asked for one, and again when it is. In an
 * executable, which never gets warm, that is 7 million instructions a connection.
 */
@TargetClass(className = "io.r2dbc.postgresql.codec.CachedCodecLookup")
@SuppressWarnings({"unused", "NullAway.Init"}) // the method takes the place of that of its name, the fields are its own
final class CodecsWhenAsked {

    @Alias
    private Map<?, ?> decodeCodecsCache;

    @Alias
    private Map<?, ?> encodeCodecsCache;

    @Alias
    private Map<?, ?> encodeNullCodecsCache;

    private CodecsWhenAsked() {}

    @Substitute
    public void afterCodecAdded() {
        decodeCodecsCache.clear();
        encodeCodecsCache.clear();
        encodeNullCodecsCache.clear();
    }
}
