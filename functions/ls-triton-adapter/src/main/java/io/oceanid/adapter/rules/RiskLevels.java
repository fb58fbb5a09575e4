package io.oceanid.adapter.rules;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Levels of risk, beside the word: "high" of "high risk" and of "risk level: high". */
final class RiskLevels implements Rule {

    private static final String LEVEL =
            "(?<level>very[ -]high|very[ -]low|low|medium|moderate|elevated|high|severe|critical|extreme)";

    private static final Pattern BEHIND = Pattern.compile(
            "(?<![\\p{L}\\p{N}])risk(?:[ -](?:level|rating|category|class|classification|score|assessment|status))?"
                    + "(?:\\s{0,2}[:=–-]\\s{0,2}"
                    + "|\\s{1,2}(?:(?:is|was|rated as|rated|assessed as|assessed|considered|as)\\s{1,2})?+)"
                    + LEVEL
                    + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BEFORE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + LEVEL + "(?:\\s|-)risks?(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);

    @Override
    public Stream<Match> in(Document document) {
        return Stream.concat(found(BEHIND, document, 0.85), found(BEFORE, document, 0.9));
    }

    private static Stream<Match> found(Pattern pattern, Document document, double score) {
        return pattern.matcher(document.text())
                .results()
                .map(found -> new Match(found.start("level"), found.end("level"), Label.RISK_LEVEL, score));
    }
}
