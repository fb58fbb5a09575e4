import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process uses, by Linux' {@code /proc}. */
final class ProcessUsage {

    /** USER_HZ, which is 100 wherever Linux runs on what the functions are built for. */
    private static final int TICKS_A_SECOND = 100;

    private final Path folder;

    ProcessUsage(long pid) {
        this.folder = Path.of("/proc", String.valueOf(pid));
    }

    /** In KiB: what is resident, and of that what is the process' own and what are pages of files. */
    record Memory(long all, long anonymous, long files) {}

    Memory memory() throws IOException {
        String status = Files.readString(folder.resolve("status"));
        return new Memory(kibibytes(status, "VmRSS"), kibibytes(status, "RssAnon"), kibibytes(status, "RssFile"));
    }

    /** Of all its threads so far, in its own code and the kernel's; a hundredth of a second is the least. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(folder.resolve("stat"));
        // the name of the program stands in parentheses, and may hold anything
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS_A_SECOND;
    }

    private static long kibibytes(String status, String name) throws IOException {
        Matcher line = Pattern.compile(name + ":\\s+(\\d+) kB").matcher(status);
        if (!line.find()) {
            throw new IOException("the kernel does not tell " + name);
        }
        return Long.parseLong(line.group(1));
    }
}
