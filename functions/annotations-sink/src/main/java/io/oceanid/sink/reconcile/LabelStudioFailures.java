package io.oceanid.sink.reconcile;

import io.oceanid.labelstudio.LabelStudioException;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.UnusableAnswerException;
import org.jspecify.annotations.Nullable;

/** What a failure of Label Studio's is to whoever asked for a sweep. */
final class LabelStudioFailures {

    private LabelStudioFailures() {}

    /** 503 where it may be well later, else 502. */
    static RuntimeException of(LabelStudioException error) {
        String message = String.valueOf(error.getMessage());
        if (error.isTemporary()) {
            return new DependencyUnavailableException(message, error);
        }
        return new UnusableAnswerException(
                isRefusal(error) ? "Label Studio refuses the token, LABEL_STUDIO_PAT: " + message : message, error);
    }

    /** Whether it concerns one call, and others may well do better. */
    static boolean isOfOneCall(Throwable error) {
        return error instanceof UnusableAnswerException e
                && !(e.getCause() instanceof LabelStudioException cause && isRefusal(cause));
    }

    /** Whether another try would end the same. */
    static boolean isForGood(Throwable error) {
        return error instanceof LabelStudioException e && !e.isTemporary();
    }

    /** Whether an answer was larger than is taken. */
    static boolean isTooLarge(Throwable error) {
        return error instanceof LabelStudioException e
                && e.status() == 200
                && String.valueOf(e.getMessage()).contains("larger than");
    }

    static UnusableAnswerException unusable(String call) {
        String message = call + " answered with JSON in another shape than Label Studio's";
        return new UnusableAnswerException(message, new IllegalArgumentException(message));
    }

    static <T> T required(String call, @Nullable T answer) {
        if (answer == null) {
            throw unusable(call);
        }
        return answer;
    }

    private static boolean isRefusal(LabelStudioException error) {
        return error.status() == 401 || error.status() == 403;
    }
}
