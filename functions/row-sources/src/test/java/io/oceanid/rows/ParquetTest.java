package io.oceanid.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetTest {

    @Test
    void valuesKeepTheirTypesAndTimesAreIso() {
        assertThat(Told.of(bytes("snappy"), "cargo.parquet", ReadOptions.DEFAULT))
                .containsExactly("""
                    1: {"hs_code":"0901.21","imo":321483,"teu":7,"loaded":true,"draught":0.9,"weight":1.5,\
                    "price":12.50,"eta":"2024-03-01","berthed":"2024-03-01T12:00:00.005",\
                    "seen":"2024-03-01T12:00:00Z","shift":"06:30:00","raw":"abc","ports":["NLRTM","JPUKB"],\
                    "ship":{"name":"MV A","flags":["NL",null]},"counts":{"a":1,"b":null}}\
                    """, """
                    2: {"hs_code":null,"imo":9321483,"teu":8,"loaded":false,"draught":12.5,"weight":1.0E300,\
                    "price":-0.01,"eta":null,"berthed":"2024-03-01T12:00:00.005",\
                    "seen":"2024-03-01T12:00:00Z","shift":"06:30:00","raw":"/wA=","ports":[],\
                    "ship":null,"counts":{}}\
                    """, """
                    3: {"hs_code":"NA","imo":null,"teu":9,"loaded":null,"draught":"NaN","weight":"Infinity",\
                    "price":null,"eta":"2024-03-01","berthed":"2024-03-01T12:00:00.005",\
                    "seen":"2024-03-01T12:00:00Z","shift":"06:30:00","raw":null,"ports":null,\
                    "ship":{"name":null,"flags":null},"counts":null}\
                    """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip", "zstd"})
    void whatMostWritersCompressWithIsRead(String codec) {
        assertThat(Told.of(bytes(codec), "cargo", ReadOptions.DEFAULT))
                .containsExactly(
                        "1: {\"hs_code\":\"0901.21\",\"imo\":321483}",
                        "2: {\"hs_code\":null,\"imo\":9321483}",
                        "3: {\"hs_code\":\"NA\",\"imo\":null}");
    }

    @Test
    void aFileMayHaveNoRows() {
        assertThat(Told.of(bytes("empty"), "cargo.parquet", ReadOptions.DEFAULT))
                .isEmpty();
    }

    @Test
    void otherCompressionIsRefusedByName() {
        assertThatThrownBy(() -> Told.of(bytes("lz4"), "cargo.parquet", ReadOptions.DEFAULT))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessage("cargo.parquet: is compressed with LZ4_RAW, which cannot be read");
    }

    @Test
    void aColumnThatIsMissingIsNamed() {
        ReadOptions flag =
                new ReadOptions(null, null, null, true, List.of("flag"), List.of(), ReadOptions.TextUnit.DOCUMENT);
        assertThatThrownBy(() -> Told.of(bytes("none"), "cargo.parquet", flag))
                .hasMessage("cargo.parquet: column \"flag\" is missing; there are hs_code, imo");
    }

    @Test
    void whatUnpacksToTooMuchIsRefused() {
        ReadLimits narrow = new ReadLimits(1, 1, 100, 1, 1, 1, 1);
        assertThatThrownBy(() -> Told.with(
                        bytes("none"), file -> Told.readings(file, "cargo.parquet", ReadOptions.DEFAULT, narrow)))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessage("cargo.parquet: unpacks to more than 100 bytes");
    }

    @Property(tries = 40)
    void aFileThatIsCutOffIsRefused(@ForAll @IntRange(min = 4, max = 737) int length) {
        byte[] cut = Arrays.copyOf(bytes("none"), length);
        assertThatThrownBy(() -> Told.of(cut, "cargo.parquet", ReadOptions.DEFAULT))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageStartingWith("cargo.parquet: is no whole Parquet file");
    }

    private static byte[] bytes(String codec) {
        String name = "/parquet/cargo-" + codec + ".parquet";
        try (InputStream in = Objects.requireNonNull(ParquetTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
