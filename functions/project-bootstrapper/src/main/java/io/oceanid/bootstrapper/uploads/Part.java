package io.oceanid.bootstrapper.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oceanid.support.failure.InvalidRequestException;
import io.oceanid.support.failure.PayloadTooLargeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.function.Consumer;

/** A part of a form on its way in: bytes as they come, then its end. For one thread at a time. */
sealed interface Part {

    void add(byte[] bytes) throws IOException;

    /** All of it has come. */
    void end() throws IOException;

    /** Nothing more comes, whether all of it has or not. */
    default void close() throws IOException {}

    /** Goes to disk. */
    record OfFile(UploadedFile file, OutputStream out, Consumer<UploadedFile> whole) implements Part {

        static OfFile to(UploadedFile file, Consumer<UploadedFile> whole) throws IOException {
            return new OfFile(file, Files.newOutputStream(file.path()), whole);
        }

        @Override
        public void add(byte[] bytes) throws IOException {
            out.write(bytes);
        }

        @Override
        public void end() throws IOException {
            out.close();
            whole.accept(file);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Is kept in memory. */
    record OfText(ByteArrayOutputStream text, int limit, Consumer<String> whole) implements Part {

        @Override
        public void add(byte[] bytes) {
            if (text.size() + bytes.length > limit) {
                throw new PayloadTooLargeException(
                        "a part of the form that is no file has more than " + limit + " bytes");
            }
            text.writeBytes(bytes);
        }

        @Override
        public void end() {
            whole.accept(text.toString(UTF_8));
        }
    }

    /** Is read over, so that the answer finds the client listening. */
    record Refused(InvalidRequestException why) implements Part {

        @Override
        public void add(byte[] bytes) {}

        @Override
        public void end() {
            throw why;
        }
    }
}
