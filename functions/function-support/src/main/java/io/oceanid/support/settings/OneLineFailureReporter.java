package io.oceanid.support.settings;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in one line on standard error why the start failed: the last that is seen of a container that will not run. */
final class OneLineFailureReporter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction() == null ? "" : " " + analysis.getAction();
        System.err.println("the start failed: " + (analysis.getDescription() + action).replaceAll("\\s+", " "));
    }
}
