package io.oceanid.adapter.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A port.
 *
 * @param locode its UN/LOCODE, without the space
 * @param isAmbiguous whether its name alone does not make it one
 */
record Port(String locode, boolean isAmbiguous) {

    private static final Map<String, Port> CODES = new HashMap<>();
    private static final Names<Port> NAMES = new Names<>();

    static {
        for (List<String> row : Table.rows("ports.tsv")) {
            var port = new Port(row.get(0), row.get(3).equals("ambiguous"));
            CODES.put(port.locode, port);
            NAMES.add(row.get(1), port);
            Table.names(row.get(2)).forEach(name -> NAMES.add(name, port));
        }
    }

    static Names<Port> names() {
        return NAMES;
    }

    static Optional<Port> ofLocode(String locode) {
        return Optional.ofNullable(CODES.get(locode));
    }

    /** The alpha-2 code of its country. */
    String country() {
        return locode.substring(0, 2);
    }
}
