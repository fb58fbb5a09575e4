package io.oceanid.rows.lines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mozilla.universalchardet.UniversalDetector;

/** The encoding of text that does not say it. */
final class EncodingGuess {

    /** What Excel writes where it does not write UTF-8. */
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    /** How much of what is no ASCII is looked at. */
    private static final int ENOUGH = 1 << 20;

    private EncodingGuess() {}

    /** UTF-8 if all of the file is: text in another encoding hardly ever is by chance. */
    static Charset of(Path file) throws IOException {
        return isUtf8(file) ? UTF_8 : guessed(file);
    }

    private static boolean isUtf8(Path file) throws IOException {
        char[] buffer = new char[1 << 15];
        try (Reader reader = new InputStreamReader(
                Files.newInputStream(file), UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT))) {
            while (reader.read(buffer) >= 0) {
                // goes on
            }
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static Charset guessed(Path file) throws IOException {
        UniversalDetector detector = new UniversalDetector();
        Script script = new Script();
        byte[] buffer = new byte[1 << 15];
        int telling = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n > 0 && telling < ENOUGH && !detector.isDone(); n = in.read(buffer)) {
                if (script.look(buffer, n)) {
                    detector.handleData(buffer, 0, n);
                    telling += n;
                }
            }
        }
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        if (name == null || !Charset.isSupported(name) || name.equals("UTF-8")) {
            return FALLBACK;
        }
        Charset guess = Charset.forName(name);
        return guess.newEncoder().maxBytesPerChar() == 1 && script.isLatin() ? FALLBACK : guess;
    }

    /** Short texts in German or French are easily taken for Greek, whose words have hardly any ASCII letters in them. */
    private static final class Script {

        private long others;
        private long besideLetters;

        /** Takes bytes in, and says whether there is more than ASCII. ISO-2022 has escapes for that. */
        boolean look(byte[] bytes, int length) {
            boolean tells = false;
            for (int i = 0; i < length; i++) {
                if (bytes[i] < 0) {
                    others++;
                    besideLetters += isLetter(bytes, i - 1, length) || isLetter(bytes, i + 1, length) ? 1 : 0;
                }
                tells |= bytes[i] < 0 || bytes[i] == 0x1B;
            }
            return tells;
        }

        boolean isLatin() {
            return besideLetters > others / 2;
        }

        private static boolean isLetter(byte[] bytes, int at, int length) {
            return at >= 0 && at < length && (bytes[at] | 0x20) >= 'a' && (bytes[at] | 0x20) <= 'z';
        }
    }
}
