package io.oceanid.adapter.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O,B-X,I-X",
                " O , B-X,\tI-X\n",
                "[\"O\", \"B-X\", \" I-X\"]",
                "{\"0\":\"O\",\"1\":\"B-X\",\"2\":\"I-X\"}",
                " {\"2\":\"I-X\",\"0\":\"O\",\"1\":\"B-X\"}",
            })
    void namesAreReadInTheOrderOfTheOutputs(String setting) {
        assertThat(LabelNames.parse(setting)).containsExactly("O", "B-X", "I-X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = "{\"10\":\"K\",\"9\":\"J\",\"0\":\"A\",\"1\":\"B\",\"2\":\"C\",\"3\":\"D\",\"4\":\"E\","
                    + "\"5\":\"F\",\"6\":\"G\",\"7\":\"H\",\"8\":\"I\"}")
    void idsAreNumbers(String setting) {
        assertThat(String.join("", LabelNames.parse(setting))).isEqualTo("ABCDEFGHIJK");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|has no name at position 0",
                "O,,X|has no name at position 1",
                "O,X,|has no name at position 2",
                "[]|has no name at position 0",
                "{}|has no name at position 0",
                "[\"O\",7]|has a name that is no string: 7",
                "[\"O\"|looks like JSON, but is none: ",
                "{\"zero\":\"O\"}|has an id that is no number: zero",
                "{\"1\":\"O\"}|has ids from 1 to 1, but 1 names: they have to count from 0 without gaps",
                "{\"0\":\"O\",\"2\":\"X\"}|has ids from 0 to 2, but 2 names",
            })
    void whatIsNoListOfNamesIsRefused(String setting, String problem) {
        assertThatExceptionOfType(UnusableLabelsException.class)
                .isThrownBy(() -> LabelNames.parse(setting))
                .withMessageStartingWith("NER_LABELS " + problem);
    }
}
