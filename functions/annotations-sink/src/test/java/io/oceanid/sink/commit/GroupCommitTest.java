package io.oceanid.sink.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class GroupCommitTest {

    private final List<List<String>> groups = Collections.synchronizedList(new ArrayList<>());
    private final List<Sinks.Empty<Void>> underWay = Collections.synchronizedList(new ArrayList<>());
    private final List<String> answered = Collections.synchronizedList(new ArrayList<>());

    private final GroupCommit<String> oneAtATime = groupCommit(new GroupLimits(1, 3, 100));

    @Test
    void aLoneElementIsCommittedAtOnce() {
        submit(oneAtATime, "a");

        assertThat(groups).containsExactly(List.of("a"));
    }

    @Test
    void nobodyIsAnsweredBeforeTheCommit() {
        submit(oneAtATime, "a");
        assertThat(answered).isEmpty();

        complete(0);

        assertThat(answered).containsExactly("a stored");
    }

    @Test
    void whatComesMeanwhileIsOneGroupInItsOrder() {
        submit(oneAtATime, "a");
        submit(oneAtATime, "b");
        submit(oneAtATime, "c");
        complete(0);

        assertThat(groups).containsExactly(List.of("a"), List.of("b", "c"));
        assertThat(answered).containsExactly("a stored");
        complete(1);
        assertThat(answered).containsExactly("a stored", "b stored", "c stored");
    }

    @Test
    void aGroupTakesNoMoreElementsThanItsLimit() {
        List.of("a", "b", "c", "d", "e").forEach(element -> submit(oneAtATime, element));
        complete(0);

        assertThat(groups).containsExactly(List.of("a"), List.of("b", "c", "d"));
    }

    @Test
    void aGroupTakesNoFurtherElementOnceItIsHeavy() {
        GroupCommit<String> commit = groupCommit(new GroupLimits(1, 100, 4));
        List.of("a", "bbb", "ccc", "d").forEach(element -> submit(commit, element));
        complete(0);

        assertThat(groups).containsExactly(List.of("a"), List.of("bbb", "ccc"));
    }

    @Test
    void noMoreCommitsAreUnderWayThanTheLimit() {
        GroupCommit<String> commit = groupCommit(new GroupLimits(2, 1, 100));
        List.of("a", "b", "c").forEach(element -> submit(commit, element));

        assertThat(groups).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void anErrorIsOneOfAllItsCallersAndOfNobodyElse() {
        submit(oneAtATime, "a");
        submit(oneAtATime, "b");
        submit(oneAtATime, "c");
        underWay.get(0).tryEmitError(new IllegalStateException("database away"));
        assertThat(answered).containsExactly("a failed: database away");

        complete(1);
        assertThat(answered).containsExactly("a failed: database away", "b stored", "c stored");
    }

    @Test
    void aCommitThatThrowsIsAnErrorTooAndTheNextGoesOn() {
        AtomicInteger calls = new AtomicInteger();
        GroupCommit<String> commit = new GroupCommit<>(new GroupLimits(1, 3, 100), String::length, _ -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("broken");
            }
            return Mono.empty();
        });

        StepVerifier.create(commit.submit("a")).verifyErrorMessage("broken");
        StepVerifier.create(commit.submit("b")).verifyComplete();
    }

    @Test
    void aCallerThatIsGoneBeforeItsTurnIsLeftOut() {
        submit(oneAtATime, "a");
        Disposable gone = submit(oneAtATime, "b");
        submit(oneAtATime, "c");
        gone.dispose();
        complete(0);

        assertThat(groups).containsExactly(List.of("a"), List.of("c"));
    }

    @Test
    void underManyThreadsEveryElementIsCommittedOnce() {
        List<Integer> committed = Collections.synchronizedList(new ArrayList<>());
        GroupCommit<Integer> commit = new GroupCommit<>(
                new GroupLimits(3, 17, 1_000_000),
                _ -> 1,
                group -> Mono.fromRunnable(() -> committed.addAll(group))
                        .subscribeOn(Schedulers.parallel())
                        .then());

        Flux.range(0, 20_000)
                .flatMap(i -> commit.submit(i).subscribeOn(Schedulers.boundedElastic()), 128)
                .blockLast(Duration.ofSeconds(30));

        assertThat(committed)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20_000).boxed().toList());
    }

    private GroupCommit<String> groupCommit(GroupLimits limits) {
        return new GroupCommit<>(limits, String::length, group -> {
            groups.add(group);
            Sinks.Empty<Void> end = Sinks.empty();
            underWay.add(end);
            return end.asMono();
        });
    }

    private Disposable submit(GroupCommit<String> commit, String element) {
        return commit.submit(element)
                .subscribe(
                        null,
                        error -> answered.add(element + " failed: " + error.getMessage()),
                        () -> answered.add(element + " stored"));
    }

    private void complete(int group) {
        underWay.get(group).tryEmitEmpty();
    }
}
