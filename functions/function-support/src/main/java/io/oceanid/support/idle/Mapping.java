package io.oceanid.support.idle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the memory of a process, as Linux tells it in {@code /proc/self/smaps} (proc(5)).
 *
 * @param end the address after its last byte
 * @param writable whether the process may write there
 * @param file the path of the file whose content it has; else nothing, or a name in brackets
 * @param own kibibytes that the process wrote, whether or not it may write now: they are not as in the file; less than 0
 *     where that is not told
 */
record Mapping(long begin, long end, boolean writable, String file, long own) {

    private static final Pattern HEAD = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) .(.).. [0-9a-f]+ \\S+ \\d+ *(.*)");
    private static final Pattern LIBRARY = Pattern.compile("/.*\\.so(\\.[0-9]+)*");
    private static final Pattern OWN = Pattern.compile("Anonymous: +(\\d+) kB");

    static List<Mapping> of(List<String> lines) {
        List<Mapping> mappings = new ArrayList<>();
        for (String line : lines) {
            Matcher head = HEAD.matcher(line);
            Matcher own = OWN.matcher(line);
            if (head.matches()) {
                mappings.add(new Mapping(
                        Long.parseUnsignedLong(head.group(1), 16),
                        Long.parseUnsignedLong(head.group(2), 16),
                        head.group(3).equals("w"),
                        head.group(4),
                        -1));
            } else if (own.matches()) {
                Mapping last = mappings.removeLast();
                mappings.add(new Mapping(
                        last.begin(), last.end(), last.writable(), last.file(), Long.parseLong(own.group(1))));
            }
        }
        return mappings;
    }

    /**
     * Whether what is there can be read from the file again, as a page that the process wrote could not, and is there until
     * the process ends: so are an executable and its libraries, where another file may make room for something else.
     */
    boolean isCodeAsInItsFile(String executable) {
        return !writable
                && own == 0
                && (file.equals(executable) || LIBRARY.matcher(file).matches());
    }
}
