package io.oceanid.support.executable;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ext.OptionalHandlerFactory;

/** Jackson can write XML documents as JSON and read them from it. Without that an executable holds no parser of XML. */
@TargetClass(OptionalHandlerFactory.class)
final class JsonWithoutXml {

    private JsonWithoutXml() {}

    @Substitute
    public @Nullable ValueSerializer<?> findSerializer(SerializationConfig config, JavaType type) {
        return null;
    }

    @Substitute
    public @Nullable ValueDeserializer<?> findDeserializer(DeserializationConfig config, JavaType type) {
        return null;
    }

    @Substitute
    public boolean hasDeserializerFor(Class<?> type) {
        return false;
    }
}
