package io.oceanid.support.idle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappingTest {

    private static final String SMAPS = """
        00410000-01ed7000 r-xp 00010000 fe:00 1310742                            /label-studio-source
        Size:              27420 kB
        Rss:               19916 kB
        Anonymous:             0 kB
        VmFlags: rd ex mr mw me
        7fec5b700000-7fec5c500000 r--p 01b20000 fe:00 1310742                    /with a space
        Anonymous:             8 kB
        AnonHugePages:         4 kB
        7fec5c500000-7fec5d1c3000 rw-p 02920000 fe:00 1310742                    /label-studio-source
        Anonymous:             0 kB
        7fec5db00000-7fec5e780000 r--p 00000000 00:00 0
        Anonymous:             0 kB
        7fec5e800000-7fec5e900000 r--p 00000000 fe:00 1310743                    /nothing/told.so
        7fec5e900000-7fec5ea00000 r-xp 00000000 fe:00 1310744                    /lib/libc.so.6
        Anonymous:             0 kB
        7fec5ea00000-7fec5eb00000 r--p 00000000 fe:00 1310745                    /data/read.csv
        Anonymous:             0 kB
        ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]
        Anonymous:             0 kB
        """;

    @Test
    void codeThatIsAsInItsFileCanLeaveAndNothingElse() {
        List<Mapping> mappings = Mapping.of(SMAPS.lines().toList());

        assertThat(mappings)
                .containsExactly(
                        new Mapping(0x410000, 0x1ed7000, false, "/label-studio-source", 0),
                        new Mapping(0x7fec5b700000L, 0x7fec5c500000L, false, "/with a space", 8),
                        new Mapping(0x7fec5c500000L, 0x7fec5d1c3000L, true, "/label-studio-source", 0),
                        new Mapping(0x7fec5db00000L, 0x7fec5e780000L, false, "", 0),
                        new Mapping(0x7fec5e800000L, 0x7fec5e900000L, false, "/nothing/told.so", -1),
                        new Mapping(0x7fec5e900000L, 0x7fec5ea00000L, false, "/lib/libc.so.6", 0),
                        new Mapping(0x7fec5ea00000L, 0x7fec5eb00000L, false, "/data/read.csv", 0),
                        new Mapping(0xffffffffff600000L, 0xffffffffff601000L, false, "[vsyscall]", 0));
        assertThat(mappings)
                .filteredOn(mapping -> mapping.isCodeAsInItsFile("/label-studio-source"))
                .containsExactly(mappings.getFirst(), mappings.get(5));
    }

    @Test
    void whatLinuxTellsOfThisProcessIsRead() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/self/smaps"));
        String executable = Path.of("/proc/self/exe").toRealPath().toString();

        assertThat(Mapping.of(lines))
                .hasSize((int)
                        lines.stream().filter(line -> line.startsWith("Size:")).count())
                .anyMatch(mapping -> mapping.isCodeAsInItsFile(executable))
                .anyMatch(mapping -> mapping.own() > 0);
    }
}
