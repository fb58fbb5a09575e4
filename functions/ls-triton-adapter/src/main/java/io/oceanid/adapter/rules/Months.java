package io.oceanid.adapter.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names of months and their abbreviations, in English, German, French, Spanish and Portuguese. */
final class Months {

    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    static {
        String[] names = {
            "jan january januar janner janv janvier ene enero janeiro",
            "feb february februar fev fevr fevrier febrero fevereiro",
            "mar march mrz marz maerz mars marzo marco",
            "apr april avr avril abr abril",
            "may mai mayo maio",
            "jun june juni juin junio junho",
            "jul july juli juil juillet julio julho",
            "aug august aout ago agosto",
            "sep sept september septembre septiembre setiembre set setembro",
            "oct october okt oktober octobre octubre out outubro",
            "nov november novembre noviembre novembro",
            "dec december dez dezember decembre dic diciembre dezembro"
        };
        for (int i = 0; i < names.length; i++) {
            int number = i + 1;
            Arrays.stream(names[i].split(" ", -1)).forEach(name -> NUMBERS.put(name, number));
        }
    }

    private Months() {}

    /** The number of the month of that name. */
    static Optional<Integer> number(String name) {
        return Optional.ofNullable(NUMBERS.get(Word.fold(name)));
    }
}
