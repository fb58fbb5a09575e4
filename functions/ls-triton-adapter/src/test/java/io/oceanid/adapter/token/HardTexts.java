package io.oceanid.adapter.token;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts with everything that offsets have ever gone wrong at. */
public final class HardTexts {

    private static final List<String> PARTS = List.of(
            "Aurora",
            "MV Ocean Star",
            "IMO 9321483",
            "Señora",
            "Sen\u0303ora",
            "ﬁsh",
            "½",
            "…",
            "İzmir",
            "ß",
            "a",
            "'s",
            ".",
            " ",
            " ",
            "  ",
            "\t",
            "\n",
            "\r\n",
            "\r",
            "\u0085",
            "\u00a0",
            "\u2003",
            "\u2028",
            "\u3000",
            "\0",
            "\u0001",
            "\u007f",
            "\u200b",
            "\ufeff",
            "\u00ad",
            "\u202e",
            "\ufffd",
            "e\u0301",
            "\u0301",
            "\u0323\u0302",
            "שלום",
            "שָׁלוֹם",
            "مرحبا",
            "สวัสดี",
            "한국",
            "한",
            "漢字",
            "▁",
            "Ġ",
            "##",
            "🚢",
            "👩‍👩‍👧‍👦",
            "🏴‍☠️",
            "🇧🇷",
            "👍🏽",
            "𝄞",
            "𝐀urora",
            "\ud800",
            "\udc00",
            "\ud83d",
            "\udbff\udfff",
            "[SEP]",
            "<s>",
            "[UNK]");

    private HardTexts() {}

    public static Arbitrary<String> all() {
        return Arbitraries.frequencyOf(
                Tuple.of(9, parts()), Tuple.of(1, Arbitraries.strings().all().ofMaxLength(40)));
    }

    private static Arbitrary<String> parts() {
        return Arbitraries.of(PARTS).list().ofMaxSize(30).map(parts -> String.join("", parts));
    }
}
