package io.oceanid.adapter.token;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What stands at the tokens of a text, and what the tokens themselves say stands there. */
final class Pieces {

    private static final Map<SmallTokenizer, HuggingFaceTokenizer> OPEN = new ConcurrentHashMap<>();

    private Pieces() {}

    /** Neighbouring tokens that share characters, or marks and what they mark, are one piece. */
    static List<Piece> of(SmallTokenizer kind, String text) {
        Encoding encoding = kind.encode(text);
        int[] points = text.codePoints().toArray();
        List<Piece> pieces = new ArrayList<>();
        for (int from = 0, to; from < encoding.size(); from = to) {
            to = from + 1;
            int end = encoding.ends()[from];
            while (to < encoding.size() && isJoined(encoding, to, end, points)) {
                end = Math.max(end, encoding.ends()[to]);
                to++;
            }
            int start = encoding.starts()[from];
            pieces.add(new Piece(start, end, new String(points, start, end - start), said(kind, encoding, from, to)));
        }
        return pieces;
    }

    private static boolean isJoined(Encoding encoding, int token, int reached, int[] points) {
        int start = encoding.starts()[token];
        return start < reached
                || (start < encoding.ends()[token] && Character.getType(points[start]) == Character.NON_SPACING_MARK);
    }

    private static String said(SmallTokenizer kind, Encoding encoding, int from, int to) {
        long[] ids = new long[to - from];
        for (int i = from; i < to; i++) {
            ids[i - from] = encoding.ids()[i];
        }
        return OPEN.computeIfAbsent(kind, Pieces::open).decode(ids, false).replaceFirst("^##(?=.)", "");
    }

    private static HuggingFaceTokenizer open(SmallTokenizer kind) {
        try {
            return HuggingFaceTokenizer.newInstance(kind.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Piece(int start, int end, String shown, String said) {

        boolean isUnknown() {
            return said.contains("[UNK]") || said.contains("<unk>");
        }
    }
}
