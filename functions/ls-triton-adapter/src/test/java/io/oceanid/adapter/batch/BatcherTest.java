package io.oceanid.adapter.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class BatcherTest {

    private static final Duration LINGER = Duration.ofMillis(3);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
    private final List<List<String>> batches = new CopyOnWriteArrayList<>();
    private final List<Sinks.One<List<String>>> answers = new CopyOnWriteArrayList<>();

    @Test
    void aLoneCallIsSentAtOnce() {
        answered(batcher(8, 2), "a", "b");

        assertThat(batches).containsExactly(List.of("b", "a"));
    }

    @Test
    void theAnswersKeepTheOrderOfTheItems() {
        var answered = answered(batcher(2, 4), "aaa", "b", "cc");

        answer(1);
        assertThat(answered).isEmpty();
        answer(0);

        assertThat(answered).containsExactly(done("AAA", "B", "CC"));
    }

    @Test
    void itemsOfLikeSizeGoTogether() {
        answered(batcher(2, 4), "a", "cccc", "b", "dddd");

        assertThat(batches).hasSize(2);
        assertThat(batches.getFirst()).containsExactlyInAnyOrder("cccc", "dddd");
    }

    @Test
    void callsThatComeWhileABatchIsUnderWayGoTogetherOnceItEnds() {
        var batcher = batcher(8, 2);
        answered(batcher, "first");
        var second = answered(batcher, "second");
        var third = answered(batcher, "third");

        assertThat(batches).hasSize(1);
        answer(0);
        assertThat(batches).hasSize(2);
        assertThat(batches.getLast()).containsExactly("second", "third");
        answer(1);
        assertThat(second).containsExactly(done("SECOND"));
        assertThat(third).containsExactly(done("THIRD"));
    }

    @Test
    void nobodyWaitsLongerThanTheLinger() {
        var batcher = batcher(8, 2);
        answered(batcher, "first");
        answered(batcher, "second");

        timer.advanceTimeBy(LINGER.minusMillis(1));
        assertThat(batches).hasSize(1);
        timer.advanceTimeBy(Duration.ofMillis(1));
        assertThat(batches).hasSize(2);
    }

    @Test
    void aFullBatchDoesNotLinger() {
        var batcher = batcher(2, 2);
        answered(batcher, "first");
        answered(batcher, "second");
        answered(batcher, "third");

        assertThat(batches).hasSize(2);
        assertThat(batches.getLast()).containsExactly("second", "third");
    }

    @Test
    void noMoreBatchesAreUnderWayThanAllowed() {
        var answered = answered(batcher(1, 2), "a", "b", "c", "d");

        assertThat(batches).hasSize(2);
        answer(0);
        assertThat(batches).hasSize(3);
        answer(1);
        answer(2);
        answer(3);
        assertThat(answered).containsExactly(done("A", "B", "C", "D"));
    }

    @Test
    void callersTakeTurns() {
        var batcher = batcher(2, 1);
        answered(batcher, "a", "b", "c", "d", "e", "f");
        var one = answered(batcher, "x");

        answer(0);
        answer(1);
        answer(2);

        assertThat(one).containsExactly(done("X"));
        assertThat(batches).hasSize(4);
    }

    @Test
    void whatACallerThatGaveUpDidNotGetSentIsNot() {
        var batcher = batcher(1, 1);
        Disposable caller = batcher.submit(List.of("a", "b", "c")).subscribe();
        var other = answered(batcher, "x");

        caller.dispose();
        answer(0);
        answer(1);

        assertThat(batches).containsExactly(List.of("c"), List.of("x"));
        assertThat(other).containsExactly(done("X"));
    }

    @Test
    void whatIsNotDoneInTimeHasFailedAndTheRestIsAnswered() {
        var answered = answered(batcher(1, 2), "aaa", "bb", "c");
        answer(1);

        timer.advanceTimeBy(PATIENCE);

        assertThat(answered).hasSize(1);
        assertThat(answered.getFirst().get(1)).isEqualTo(new Attempt.Done<>("BB"));
        assertThat(answered.getFirst())
                .filteredOn(Attempt.Failed.class::isInstance)
                .hasSize(2);
        answer(0);
        assertThat(answered).hasSize(1);
    }

    @Test
    void anItemThatSpoilsItsBatchFailsAlone() {
        var isolation = new Isolation<String, String>(
                items -> {
                    batches.add(items);
                    return items.contains("bad")
                            ? Mono.error(new IllegalArgumentException("bad"))
                            : Mono.just(upper(items));
                },
                IllegalArgumentException.class::isInstance);
        var batcher = new Batcher<>(limits(8, 1), String::length, isolation, timer);

        StepVerifier.create(batcher.submit(List.of("a", "b", "bad", "c", "d")))
                .assertNext(attempts -> {
                    assertThat(attempts).hasSize(5);
                    assertThat(attempts.get(2)).isInstanceOf(Attempt.Failed.class);
                    assertThat(attempts.get(4)).isEqualTo(new Attempt.Done<>("D"));
                    assertThat(attempts)
                            .filteredOn(Attempt.Done.class::isInstance)
                            .hasSize(4);
                })
                .verifyComplete();
    }

    @Test
    void whatIsNoItemsFaultIsNotTriedAgain() {
        var isolation = new Isolation<String, String>(
                items -> {
                    batches.add(items);
                    return Mono.error(new IllegalStateException("away"));
                },
                IllegalArgumentException.class::isInstance);
        var batcher = new Batcher<>(limits(8, 1), String::length, isolation, timer);

        StepVerifier.create(batcher.submit(List.of("a", "b")))
                .assertNext(attempts -> assertThat(attempts).hasOnlyElementsOfType(Attempt.Failed.class))
                .verifyComplete();
        assertThat(batches).hasSize(1);
    }

    @Test
    void manyCallersOnManyThreadsAllGetTheirOwn() {
        var isolation = new Isolation<String, String>(
                items -> Mono.delay(Duration.ofMillis(1)).map(_ -> upper(items)), _ -> false);
        var batcher = new Batcher<>(limits(8, 3), String::length, isolation, Schedulers.parallel());

        StepVerifier.create(Flux.range(0, 500)
                        .flatMap(
                                i -> batcher.submit(words(i))
                                        .subscribeOn(Schedulers.boundedElastic())
                                        .map(attempts -> attempts.equals(
                                                done(upper(words(i)).toArray(String[]::new)))),
                                64)
                        .all(right -> right))
                .expectNext(true)
                .verifyComplete();
    }

    private static List<String> words(int seed) {
        return IntStream.rangeClosed(0, seed % 7)
                .mapToObj(i -> "w" + seed + "x".repeat((seed * 31 + i) % 5))
                .toList();
    }

    private Batcher<String, String> batcher(int size, int concurrency) {
        var isolation = new Isolation<String, String>(
                items -> {
                    batches.add(items);
                    Sinks.One<List<String>> answer = Sinks.one();
                    answers.add(answer);
                    return answer.asMono();
                },
                _ -> false);
        return new Batcher<>(limits(size, concurrency), String::length, isolation, timer);
    }

    private static BatchLimits limits(int size, int concurrency) {
        return new BatchLimits(size, concurrency, LINGER, PATIENCE);
    }

    private static List<List<Attempt<String>>> answered(Batcher<String, String> batcher, String... items) {
        List<List<Attempt<String>>> answered = new ArrayList<>();
        batcher.submit(List.of(items)).subscribe(answered::add);
        return answered;
    }

    private void answer(int batch) {
        answers.get(batch).tryEmitValue(upper(batches.get(batch))).orThrow();
    }

    private static List<String> upper(List<String> items) {
        return items.stream().map(item -> item.toUpperCase(Locale.ROOT)).toList();
    }

    private static List<Attempt<String>> done(String... outputs) {
        return Arrays.stream(outputs).<Attempt<String>>map(Attempt.Done::new).toList();
    }
}
