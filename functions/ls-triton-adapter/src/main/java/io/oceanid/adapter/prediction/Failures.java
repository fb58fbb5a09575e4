package io.oceanid.adapter.prediction;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tasks of one call that could not be predicted for. Told in one line, however many they are. */
final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private int number;
    private @Nullable String first;

    /** Notes a failure. */
    Prediction of(PredictTask task, Throwable reason, String modelVersion) {
        number++;
        if (first == null) {
            first = "task " + task.id() + ": " + reason.getMessage();
        }
        log.debug("no prediction for task {}", task.id(), reason);
        return Prediction.failed(reason, modelVersion);
    }

    int number() {
        return number;
    }

    void tell(int tasks) {
        if (number > 0) {
            log.warn("{} of {} tasks got no prediction; {}", number, tasks, first);
        }
    }
}
