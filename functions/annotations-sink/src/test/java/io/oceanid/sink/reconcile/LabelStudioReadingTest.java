package io.oceanid.sink.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.labelstudio.LabelStudioSettings;
import io.oceanid.labelstudio.testing.FakeLabelStudio.Reply;
import io.oceanid.support.failure.UnusableAnswerException;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class LabelStudioReadingTest {

    private static final TaskRange ALL = new TaskRange(1, 0, TaskRange.NO_LIMIT, null);

    @AutoClose
    private final StoredWork work = new StoredWork();

    @Test
    void aPageThatIsTooLargeIsReadInSmallerOnes() {
        work.project(1);
        for (long id = 1; id <= 8; id++) {
            work.task(id, 1, "x".repeat(1_000));
        }

        read(
                5_000,
                reading -> StepVerifier.create(reading.tasks(ALL))
                        .assertNext(page -> {
                            assertThat(page.tasks()).extracting(ListedTask::id).containsExactly(1L, 2L);
                            assertThat(page.coveredTo()).isEqualTo(2);
                        })
                        .verifyComplete());
    }

    @Test
    void aTaskThatIsTooLargeByItselfIsTold() {
        work.project(1).task(1, 1, "x".repeat(6_000));

        read(
                5_000,
                reading -> StepVerifier.create(reading.tasks(ALL))
                        .verifyErrorSatisfies(
                                error -> assertThat(error).hasMessageContaining("larger than 5000 bytes")));
    }

    @Test
    void moreProjectsThanOnePageHoldsAreAllListed() {
        LongStream.rangeClosed(1, 250).forEach(work::project);

        read(
                64_000,
                reading -> StepVerifier.create(reading.projects().count())
                        .expectNext(250L)
                        .verifyComplete());
    }

    @Test
    void anAnswerInAnotherShapeIsRefused() {
        work.project(1);
        work.http().on(StoredWork.TASKS, _ -> Reply.json(200, "[]"));
        work.http().on("GET /api/projects/", _ -> Reply.json(200, "[]"));

        read(5_000, reading -> {
            StepVerifier.create(reading.tasks(ALL)).verifyError(UnusableAnswerException.class);
            return StepVerifier.create(reading.projects()).verifyError(UnusableAnswerException.class);
        });
    }

    private void read(int maxAnswer, Function<LabelStudioReading, Duration> reads) {
        LabelStudioSettings settings = new LabelStudioSettings(
                work.url(), "legacy", Duration.ofSeconds(3), Duration.ofSeconds(10), 2, maxAnswer);
        try (LabelStudioClient client = new LabelStudioClient(settings)) {
            assertThat(reads.apply(new LabelStudioReading(client, new Pace(1_000, Schedulers.parallel()), 8)))
                    .isPositive();
        }
    }
}
