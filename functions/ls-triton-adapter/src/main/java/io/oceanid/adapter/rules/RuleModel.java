package io.oceanid.adapter.rules;

import io.oceanid.adapter.model.Entity;
import io.oceanid.adapter.model.EntityModel;
import io.oceanid.adapter.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A model without a server: rules and look-ups for what has a form of its own, which are IMO, HS_CODE, DATE, RISK_LEVEL, and
 * from lists PORT and FLAG; VESSEL where the text says that it is one. It finds no COMMODITY, since goods have no such form.
 * Scores are ranks set by hand, not probabilities.
 *
 * <p>Entities do not overlap: the longer goes before the shorter, then the more certain. The same text gives the same
 * entities, in time linear in its length. Reading is done on Reactor's parallel scheduler, and fails on no text.
 */
public final class RuleModel implements EntityModel {

    private final List<Rule> rules = List.of(
            new ImoNumbers(),
            new HsCodes(),
            new NumericDates(),
            new NamedDates(),
            new RiskLevels(),
            new Flags(),
            new PortNames(),
            new PortCodes(),
            new VesselNames());

    /** Reads the tables: to read files has no place on the threads that read texts. */
    public RuleModel() {
        Country.names();
        Port.names();
    }

    @Override
    public String version() {
        return "rules-1";
    }

    @Override
    public Mono<List<Outcome>> read(List<String> texts) {
        return Flux.fromIterable(texts)
                .flatMapSequential(
                        text -> Mono.fromCallable(() -> outcome(text)).subscribeOn(Schedulers.parallel()))
                .collectList();
    }

    private Outcome outcome(String text) {
        return new Outcome.Found(entities(text));
    }

    List<Entity> entities(String text) {
        Document document = Document.of(text);
        List<Match> matches = Overlaps.settled(rules.stream().flatMap(rule -> rule.in(document)));
        var entities = new ArrayList<Entity>(matches.size());
        int index = 0;
        int point = 0;
        for (Match match : matches) {
            int start = point + text.codePointCount(index, match.start());
            point = start + text.codePointCount(match.start(), match.end());
            index = match.end();
            entities.add(new Entity(start, point, match.label(), match.score()));
        }
        return entities;
    }
}
