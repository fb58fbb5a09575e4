package io.oceanid.adapter.token;

import ai.djl.huggingface.tokenizers.jni.CharSpan;

/** Where in a text the tokens of its tokenizer stand. */
final class Alignment {

    private static final String BYTE_LEVEL_SPACE = "Ġ";

    private final int[] text;

    private Alignment(int[] text) {
        this.text = text;
    }

    static Encoding of(Tokens tokens, int[] text) {
        return new Alignment(text).of(tokens);
    }

    private Encoding of(Tokens tokens) {
        CharSpan[] spans = tokens.spans();
        int[] starts = new int[spans.length];
        int[] ends = new int[spans.length];
        int start = 0;
        int reached = 0;
        for (int i = 0; i < spans.length; i++) {
            start = Math.clamp(spans[i].getStart(), start, text.length);
            if (start > reached && hasLostItsFirst(tokens.texts()[i], start)) {
                start--;
            }
            starts[i] = start;
            ends[i] = Math.clamp(spans[i].getEnd(), start, text.length);
            reached = Math.max(reached, ends[i]);
        }
        takeMarksAlong(starts, ends);
        return new Encoding(tokens.ids(), starts, ends, words(tokens.words(), starts, ends));
    }

    /**
     * Whether a span that should begin behind the space in front of its token begins one too late. Where the tokenizer
     * itself has put a space before a part of the text, it leaves out a character of the text in its stead.
     */
    private boolean hasLostItsFirst(String token, int start) {
        return token.startsWith(BYTE_LEVEL_SPACE) && !WhiteSpace.is(text[start - 1]);
    }

    /** A normalizer that drops accents, or composes them, leaves them without a token: they belong to what they mark. */
    private void takeMarksAlong(int[] starts, int[] ends) {
        for (int i = 0; i < ends.length; i++) {
            int next = i + 1 < starts.length ? starts[i + 1] : text.length;
            while (starts[i] < ends[i] && ends[i] < next && isMark(text[ends[i]])) {
                ends[i]++;
            }
        }
    }

    private int[] words(long[] split, int[] starts, int[] ends) {
        int[] words = new int[split.length];
        int word = -1;
        int reached = 0;
        for (int i = 0; i < words.length; i++) {
            if (i == 0 || split[i] != split[i - 1] || isApart(starts[i], ends[i], reached)) {
                word++;
            }
            words[i] = word;
            reached = Math.max(reached, ends[i]);
        }
        return words;
    }

    /** A token of a space alone, unlike one of a line's end, is the beginning of the word behind it. */
    private boolean isApart(int start, int end, int reached) {
        if (start >= reached && reached > 0 && WhiteSpace.is(text[reached - 1]) && text[reached - 1] != ' ') {
            return true;
        }
        int last = Math.max(start, Math.min(start + 1, end));
        for (int i = reached; i < last; i++) {
            if (WhiteSpace.is(text[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
