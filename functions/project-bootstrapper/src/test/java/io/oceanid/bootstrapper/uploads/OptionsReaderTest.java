package io.oceanid.bootstrapper.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.oceanid.bootstrapper.yaml.JsonOrYaml;
import io.oceanid.rows.Format;
import io.oceanid.rows.ReadOptions;
import io.oceanid.rows.ReadOptions.TextUnit;
import io.oceanid.rows.Recipe;
import io.oceanid.support.failure.InvalidRequestException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.MultiValueMap;

class OptionsReaderTest {

    @Test
    void whatIsNotSaidIsFoundOut() {
        ImportOptions options = read("{}");

        assertThat(options.read()).isEqualTo(ReadOptions.DEFAULT);
        assertThat(options.recipe()).isNull();
        assertThat(options.chunk()).isEqualTo(250);
    }

    @Test
    void yamlSaysAll() {
        ImportOptions options = read("""
            format: csv
            charset: windows-1252
            separator: tab
            header: false
            columns: [text, imo]
            sheets: [Ports]
            text: paragraph
            recipe: {steps: [select 1, select 2]}
            onBroken: refuse
            lookups: {ports: "https://files.example/ports.csv"}
            url: https://files.example/a.csv
            chunk: 100
            """);

        assertThat(options.read())
                .isEqualTo(new ReadOptions(
                        Format.CSV,
                        "windows-1252",
                        '\t',
                        false,
                        List.of("text", "imo"),
                        List.of("Ports"),
                        TextUnit.PARAGRAPH));
        assertThat(options.recipe()).isEqualTo(new Recipe(List.of("select 1", "select 2")));
        assertThat(options.refuseBroken()).isTrue();
        assertThat(options.lookups()).isEqualTo(Map.of("ports", "https://files.example/ports.csv"));
        assertThat(options.url()).isEqualTo("https://files.example/a.csv");
        assertThat(options.chunk()).isEqualTo(100);
    }

    @Test
    void aQuerySaysWhatIsSimple() {
        ImportOptions options = new OptionsReader(OptionsReader.ofQuery(MultiValueMap.fromMultiValue(Map.of(
                        "format", List.of("CSV"),
                        "separator", List.of(";"),
                        "header", List.of("false"),
                        "columns", List.of("a", "b"),
                        "recipe", List.of("select * from rows"),
                        "chunk", List.of("7"),
                        "rows", List.of("3")))))
                .options();

        assertThat(options.read().format()).isEqualTo(Format.CSV);
        assertThat(options.read().separator()).isEqualTo(';');
        assertThat(options.read().header()).isFalse();
        assertThat(options.read().columns()).containsExactly("a", "b");
        assertThat(options.recipe()).isEqualTo(new Recipe(List.of("select * from rows")));
        assertThat(options.chunk()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"colour\":\"red\"}|colour",
                "{\"format\":\"doc\"}|format",
                "{\"format\":1}|format",
                "{\"separator\":\"ab\"}|separator",
                "{\"header\":\"maybe\"}|header",
                "{\"columns\":\"a\"}|columns",
                "{\"recipe\":{\"steps\":[]}}|recipe",
                "{\"recipe\":{\"steps\":[1]}}|recipe",
                "{\"onBroken\":\"ask\"}|onBroken",
                "{\"chunk\":5001}|chunk",
                "{\"chunk\":\"many\"}|chunk",
                "{broken|options",
                "a: [|options"
            })
    void whatIsWrongIsNamed(String options, String field) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> read(options))
                .matches(e -> e.field().equals(field));
    }

    private static ImportOptions read(String text) {
        return new OptionsReader(JsonOrYaml.read("options", text).asObject()).options();
    }
}
