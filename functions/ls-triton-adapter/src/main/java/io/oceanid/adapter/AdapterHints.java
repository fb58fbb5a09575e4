package io.oceanid.adapter;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/** What a native executable of the adapter needs beside what the compiler sees. */
final class AdapterHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        // read by name, by Table
        hints.resources().registerPattern("io/oceanid/adapter/rules/*.tsv");
        tokenizers(hints);
    }

    /** The library is native; it makes and reads Java's objects by their names. */
    private static void tokenizers(RuntimeHints hints) {
        hints.jni()
                .registerType(
                        TypeReference.of("ai.djl.huggingface.tokenizers.jni.CharSpan"),
                        MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                        MemberCategory.ACCESS_DECLARED_FIELDS)
                .registerType(
                        TypeReference.of("ai.djl.huggingface.tokenizers.jni.TokenizersLibrary"),
                        MemberCategory.INVOKE_DECLARED_METHODS)
                .registerType(
                        TypeReference.of("ai.djl.engine.EngineException"), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
        Stream.of(String.class, String[].class, long[].class, int[].class)
                .forEach(type -> hints.jni().registerType(type));
    }
}
