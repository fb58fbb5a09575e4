package io.oceanid.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-01",
                "2024/03/01",
                "2024.03.01",
                "2024-3-1",
                "2024-02-29",
                "01.03.2024",
                "1.3.2024",
                "1/3/2024",
                "03/31/2024",
                "31-03-2024",
                "01.03.24",
                "1/3/24",
                "1 March 2024",
                "01 MARCH 2024",
                "1st of March 2024",
                "2nd March, 2024",
                "3rd of March, 2024",
                "March 1, 2024",
                "Mar. 1st, 2024",
                "MAR 01 2024",
                "01-MAR-2024",
                "01-Mar-24",
                "01 MAR 24",
                "01MAR2024",
                "1 March '24",
                "1. März 2024",
                "1. Marz 2024",
                "1er mars 2024",
                "15 août 2024",
                "15 aou\u0302t 2024",
                "1 de marzo de 2024",
                "15 de setembro de 2024",
                "5 Sept 2024",
                "24. Dez. 2023",
                "3 févr. 2024"
            })
    void aDateIsFound(String date) {
        assertThat(Reading.of(date)).containsExactly("DATE " + date);
        assertThat(Reading.of("(" + date + "), and so on")).containsExactly("DATE " + date);
        assertThat(Reading.of("dated " + date + ".")).containsExactly("DATE " + date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-01T12:00:00Z|2024-03-01",
                "2024-03-01 12:00|2024-03-01",
                "ETA:2024-03-01|2024-03-01",
                "10 lots 20 March 2024|20 March 2024"
            })
    void onlyTheDateIsOne(String text, String date) {
        assertThat(Reading.of(Label.DATE, text)).containsExactly(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-30",
                "2023-02-29",
                "2024-13-01",
                "2024-00-10",
                "2024-01-00",
                "1201-01-01",
                "2200-01-01",
                "32.01.2024",
                "13/13/2024",
                "03.31.2024",
                "30 February 2024",
                "31 April 2024",
                "February 30, 2024",
                "1 Marchen 2024",
                "1 Smarch 2024",
                "March 2024",
                "1 March",
                "1 March 12:30",
                "1 March 12",
                "1.2.24",
                "1.2.3.2024",
                "192.168.10.24",
                "12024-03-01",
                "2024-03-011",
                "2024-03-01-5",
                "1-2024-03-01",
                "A01.03.2024",
                "01.03.20245",
                "01/03-2024",
                "2024-03",
                "Mar 1 20245"
            })
    void anythingElseIsNone(String text) {
        assertThat(Reading.of(Label.DATE, text)).isEmpty();
    }

    @Property(tries = 300)
    void everyDayOfTheCalendarIsFound(@ForAll @IntRange(min = 0, max = 73_048) int day) {
        LocalDate date = LocalDate.of(1900, 1, 1).plusDays(day);
        for (String pattern :
                new String[] {"uuuu-MM-dd", "dd.MM.uuuu", "d/M/uuuu", "M/d/uuuu", "d MMMM uuuu", "MMMM d, uuuu"}) {
            String text = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(date);
            assertThat(Reading.of(text)).containsExactly("DATE " + text);
        }
    }

    @Property(tries = 300)
    void aDayThatTheMonthLacksIsNone(
            @ForAll @IntRange(min = 1900, max = 2099) int year, @ForAll @IntRange(min = 1, max = 12) int month) {
        int day = LocalDate.of(year, month, 1).lengthOfMonth() + 1;
        assertThat(Reading.of("%d-%02d-%02d %02d.%02d.%d".formatted(year, month, day, day, month, year)))
                .isEmpty();
    }
}
