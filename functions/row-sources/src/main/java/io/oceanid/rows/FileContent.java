package io.oceanid.rows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What a file is: by what it begins with, and where that may be anything by its name. */
final class FileContent {

    private static final int BEGINNING = 512;

    /** What they begin with, and what to do about it. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("\u001F\u008B", "is compressed with gzip: unpack it first"),
            Map.entry("BZh", "is compressed with bzip2: unpack it first"),
            Map.entry("\u00FD7zXZ", "is compressed with xz: unpack it first"),
            Map.entry("(\u00B5/\u00FD", "is compressed with zstd: unpack it first"),
            Map.entry("7z\u00BC\u00AF", "is a 7-Zip archive: unpack it first"),
            Map.entry("Rar!", "is a RAR archive: unpack it first"),
            Map.entry(
                    "\u00D0\u00CF\u0011\u00E0",
                    "is an old Office file (.xls), or one with a password: save it as .xlsx without a password"),
            Map.entry("MZ", "is a program"),
            Map.entry("\u007FELF", "is a program"),
            Map.entry("\u0089PNG", "is an image"),
            Map.entry("\u00FF\u00D8\u00FF", "is an image"),
            Map.entry("GIF8", "is an image"),
            Map.entry("II*\0", "is an image"),
            Map.entry("MM\0*", "is an image"),
            Map.entry("SQLite format 3", "is a database"));

    private static final Map<String, Format> TEXTS = Map.ofEntries(
            Map.entry("csv", Format.CSV),
            Map.entry("tsv", Format.CSV),
            Map.entry("tab", Format.CSV),
            Map.entry("psv", Format.CSV),
            Map.entry("ssv", Format.CSV),
            Map.entry("json", Format.JSON),
            Map.entry("jsonl", Format.JSONL),
            Map.entry("ndjson", Format.JSONL),
            Map.entry("txt", Format.TEXT),
            Map.entry("text", Format.TEXT),
            Map.entry("md", Format.TEXT),
            Map.entry("log", Format.TEXT));

    private FileContent() {}

    /** The format that the options say, or the one it is found to be in. */
    static Format formatOf(Source source) throws IOException {
        Format said = source.options().format();
        String beginning = beginning(source);
        REFUSED.forEach((magic, reason) -> {
            // a text may begin with the letters of a magic number
            if (beginning.startsWith(magic) && (beginning.indexOf('\0') >= 0 || magic.charAt(0) > '~')) {
                throw source.unreadable(reason);
            }
        });
        if (said != null) {
            return said;
        }
        if (beginning.startsWith("PK\u0003\u0004") || beginning.startsWith("PK\u0005\u0006")) {
            return Format.XLSX;
        }
        if (beginning.startsWith("PAR1")) {
            return Format.PARQUET;
        }
        // readers of PDF allow for something before it
        if (beginning.contains("%PDF-")) {
            return Format.PDF;
        }
        Format named = TEXTS.get(ending(source.name()));
        Format json = json(source, beginning, named);
        if (json != null) {
            return json;
        }
        if (named == null) {
            throw source.unreadable("is in no format that is known; say in which one it is");
        }
        return named;
    }

    private static String beginning(Source source) throws IOException {
        try (InputStream in = Files.newInputStream(source.file())) {
            return new String(in.readNBytes(BEGINNING), ISO_8859_1);
        }
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Text may begin with a brace too, so what comes after it has to go on as JSON does. */
    private static @Nullable Format json(Source source, String beginning, @Nullable Format named) throws IOException {
        String text = beginning.replace("\u00EF\u00BB\u00BF", "").strip();
        List<Format> both = List.of(Format.JSON, Format.JSONL);
        boolean object = text.matches("(?s)\\{\\s*[\"}].*");
        if (!object && !text.matches("(?s)\\[\\s*[{\\]].*")) {
            return null;
        }
        if (named != null && both.contains(named)) {
            return named == Format.JSON && object && hasSeveral(source) ? Format.JSONL : named;
        }
        return object && hasSeveral(source) ? Format.JSONL : Format.JSON;
    }

    /** Whether something comes after the first value. */
    private static boolean hasSeveral(Source source) throws IOException {
        try (InputStream in = Files.newInputStream(source.file());
                JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            parser.nextToken();
            parser.skipChildren();
            try {
                return parser.nextToken() != null;
            } catch (JacksonException _) {
                return true;
            }
        } catch (JacksonException _) {
            return false;
        }
    }
}
