package io.oceanid.bootstrapper;

import io.oceanid.support.executable.BuildMachine;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/** The native libraries that decompress Parquet: they unpack themselves, and know Java's fields and errors by their names. */
final class ParquetHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        boolean arm = BuildMachine.isArm();
        hints.resources()
                .registerPattern("org/xerial/snappy/native/Linux/" + (arm ? "aarch64" : "x86_64") + "/*")
                .registerPattern("org/xerial/snappy/VERSION")
                .registerPattern("linux/" + (arm ? "aarch64" : "amd64") + "/libzstd-jni-*");
        // whether they are there is asked by these names
        Stream.of("org.xerial.snappy.Snappy", "com.github.luben.zstd.Zstd")
                .forEach(type -> hints.reflection().registerType(TypeReference.of(type)));
        hints.jni()
                .registerType(
                        TypeReference.of("org.xerial.snappy.SnappyNative"),
                        MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                        MemberCategory.INVOKE_DECLARED_METHODS);
        Stream.of("ZstdCompressCtx", "ZstdDecompressCtx", "ZstdInputStreamNoFinalizer", "ZstdDictDecompress")
                .forEach(type -> hints.jni()
                        .registerType(
                                TypeReference.of("com.github.luben.zstd." + type),
                                MemberCategory.ACCESS_DECLARED_FIELDS));
    }
}
