package io.oceanid.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.adapter.model.Entity;
import io.oceanid.adapter.model.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class RuleModelTest {

    private final RuleModel model = new RuleModel();

    @Example
    void eachTextHasItsOutcome() {
        StepVerifier.create(model.read(List.of("IMO 9321483", "", "nothing here", "🚢 IMO 9321483")))
                .expectNext(List.of(
                        new Outcome.Found(List.of(new Entity(0, 11, "IMO", 0.95))),
                        new Outcome.Found(List.of()),
                        new Outcome.Found(List.of()),
                        new Outcome.Found(List.of(new Entity(2, 13, "IMO", 0.95)))))
                .verifyComplete();
    }

    @Example
    void noTextsHaveNoOutcomes() {
        StepVerifier.create(model.read(List.of())).expectNext(List.of()).verifyComplete();
    }

    @Example
    void theVersionNamesTheRules() {
        assertThat(model.version()).isEqualTo("rules-1");
    }

    /** The result may come on the caller's thread, which empties the queue if it is quick; the work never does. */
    @Example
    void aTextIsReadOnAThreadMadeForComputing() {
        var threads = Collections.synchronizedList(new ArrayList<String>());
        Schedulers.onScheduleHook("reading", work -> () -> {
            threads.add(Thread.currentThread().getName());
            work.run();
        });
        try {
            StepVerifier.create(model.read(List.of("x"))).expectNextCount(1).verifyComplete();
        } finally {
            Schedulers.resetOnScheduleHook("reading");
        }
        assertThat(threads).isNotEmpty().allMatch(name -> name.contains("parallel"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🚢🚢",
                "e\u0301\u0301",
                "שלום ",
                "مرحبا \u202e",
                "👩‍👩‍👧‍👦",
                "𝄞",
                "\ud800",
                "\udc00 ",
                "\0",
                "\r\n"
            })
    void positionsCountCodePoints(String before) {
        String text = (before + " MV ÄGIR, IMO 9321483; ").repeat(3);
        assertThat(Reading.of(text))
                .containsExactly(
                        "VESSEL MV ÄGIR",
                        "IMO IMO 9321483",
                        "VESSEL MV ÄGIR",
                        "IMO IMO 9321483",
                        "VESSEL MV ÄGIR",
                        "IMO IMO 9321483");
    }

    @Property(tries = 500)
    void entitiesAreInOrderAndApart(@ForAll("soups") String text) {
        List<Entity> entities = Reading.RULES.entities(text);
        int end = 0;
        for (Entity entity : entities) {
            assertThat(entity.start()).isGreaterThanOrEqualTo(end);
            end = entity.end();
        }
        assertThat(end).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
        assertThat(Reading.RULES.entities(text)).isEqualTo(entities);
    }

    @Provide
    Arbitrary<String> soups() {
        return Arbitraries.of(
                        "MV",
                        "MT",
                        "NORTHERN",
                        "Star",
                        "IMO",
                        "9321483",
                        "9321484",
                        "flag",
                        "Panama",
                        "PA",
                        "-flagged",
                        "HS",
                        "1201.90",
                        "1201.90.00",
                        "2024-03-01",
                        "1",
                        "March",
                        "2024",
                        "port of",
                        "Santos",
                        "NLRTM",
                        "NL",
                        "RTM",
                        "Singapore",
                        "risk",
                        "high",
                        ":",
                        ",",
                        ".",
                        "(",
                        "\n",
                        "🚢",
                        "é",
                        "e\u0301",
                        "\ud800",
                        "שלום",
                        "Hong",
                        "Kong",
                        "of",
                        "at")
                .list()
                .ofMaxSize(60)
                .flatMap(parts -> Arbitraries.of(" ", "", "-").map(by -> String.join(by, parts)));
    }
}
