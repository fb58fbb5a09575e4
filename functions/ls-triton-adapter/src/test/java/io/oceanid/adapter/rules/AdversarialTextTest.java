package io.oceanid.adapter.rules;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of 100,000 characters that a rule tries, and tries again, to match. All of them take some tenths of a second. */
class AdversarialTextTest {

    private static final int LENGTH = 100_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "A",
                "1",
                " ",
                "\n",
                "-",
                ".",
                "🚢",
                "\u0301",
                "e\u0301",
                "é",
                "IMO",
                "IMO ",
                "IMO no. ",
                "IMO: 932148 ",
                "9321483 ",
                "9321483",
                "HS ",
                "HS code no. ",
                "harmonised system tariff ",
                "1201.",
                "1201.90.",
                "1201.90.00 ",
                "1201 90 ",
                "HS 1201.90, 1201.90, ",
                "2024-",
                "2024-03-01 ",
                "2024-03-01",
                "1.",
                "1/3/",
                "01.03.2024/",
                "1 March ",
                "1st of the ",
                "March 1, ",
                "1 abcdefghijklmn 2",
                "Mar",
                "flag ",
                "flag: the state of ",
                "Panama flag ",
                "United Kingdom of Great Britain and Northern ",
                "flag of the United Kingdom of Great Britain and Northern ",
                "registered under the flag of ",
                "Port of ",
                "port of loading port of discharge ",
                "Las Palmas de Gran ",
                "Santos, ",
                "arrived at ",
                "NL RTM",
                "NLRTM ",
                "MV ",
                "M.V. ",
                "MV A ",
                "MV NORTHERN STAR OF THE ",
                "MT 1 ",
                "Vessel: ",
                "vessel name ",
                "risk ",
                "risk level is ",
                "very high ",
                "high-risk ",
                "risk : \t "
            })
    void aTextOfNothingElseIsReadInTime(String part) {
        String text = part.repeat(LENGTH / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Reading.RULES.entities(text));
    }
}
