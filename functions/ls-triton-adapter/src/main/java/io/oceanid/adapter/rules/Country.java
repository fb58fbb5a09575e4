package io.oceanid.adapter.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A country or territory of ISO 3166-1. */
record Country(String alpha2, String alpha3) {

    /** Codes that are words, too, and so say little in a text of capitals. */
    private static final Set<String> WORDS = Set.of(
            "AM", "AND", "ARE", "AS", "AT", "BE", "BY", "CAN", "DO", "FIN", "IN", "IS", "IT", "MAR", "ME", "MY", "NO",
            "PAN", "PER", "SO", "TO", "US", "VAT");

    private static final Map<String, Country> CODES = new HashMap<>();
    private static final Names<Country> NAMES = new Names<>();

    static {
        for (List<String> row : Table.rows("countries.tsv")) {
            var country = new Country(row.get(0), row.get(1));
            CODES.put(country.alpha2, country);
            CODES.put(country.alpha3, country);
            NAMES.add(row.get(2), country);
            Table.names(row.get(3)).forEach(name -> NAMES.add(name, country));
        }
    }

    static Names<Country> names() {
        return NAMES;
    }

    /** The country of an alpha-2 or alpha-3 code, in capitals. */
    static Optional<Country> ofCode(String code) {
        return Optional.ofNullable(CODES.get(code));
    }

    static boolean isCodeAndWord(String code) {
        return WORDS.contains(code);
    }
}
