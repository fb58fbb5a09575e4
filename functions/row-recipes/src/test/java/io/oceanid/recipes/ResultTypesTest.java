package io.oceanid.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTypesTest {

    @ParameterizedTest(name = "{0} comes back as {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a                                               | "0901.21"
        a::DECIMAL(10,3)                                | 901.210
        '12345678901234567890123456789.12'::DECIMAL(38,2) | 12345678901234567890123456789.12
        9223372036854775807                             | 9223372036854775807
        170141183460469231731687303715884105727::HUGEINT | 170141183460469231731687303715884105727
        0.1::FLOAT                                      | 0.1
        1.5e300::DOUBLE                                 | 1.5E+300
        true                                            | true
        DATE '2024-02-29'                               | "2024-02-29"
        TIMESTAMP '2024-02-29 03:04:05.678'             | "2024-02-29T03:04:05.678"
        TIMESTAMPTZ '2024-02-29 03:04:05+02'            | "2024-02-29T01:04:05Z"
        TIME '03:04:05'                                 | "03:04:05"
        INTERVAL 3 DAYS                                 | "3 days"
        [1, NULL, 3]                                    | [1,null,3]
        ['x']::VARCHAR[1]                               | ["x"]
        {'a': 1, 'b': ['NaN', 'x']}                     | {"a":1,"b":["NaN","x"]}
        {'a': ['NaN'::DOUBLE, 2.5]}                     | {"a":[null,2.5]}
        MAP {'k': 1}                                    | {"k":1}
        '{"a": [1, 2.50]}'::JSON                        | {"a":[1,2.50]}
        'x'::ENUM('x')                                  | "x"
        uuid() IS NOT NULL                              | true
        """)
    void aValueOfATypeComesBackAsJson(String value, String json) {
        assertThat(valueOf(value)).isEqualTo("{\"v\":" + json + "}");
    }

    @ParameterizedTest(name = "{0} is left out")
    @ValueSource(strings = {"NULL", "'NaN'::DOUBLE", "'-Infinity'::FLOAT", "'null'::JSON"})
    void whatJsonHasNoValueForIsLeftOut(String value) {
        assertThat(valueOf(value)).isEqualTo("{}");
    }

    private static String valueOf(String value) {
        return new Kitchen()
                .follow(ListedRows.of("{\"a\":\"0901.21\"}"), "SELECT " + value + " AS v FROM rows")
                .getFirst()
                .toString();
    }
}
