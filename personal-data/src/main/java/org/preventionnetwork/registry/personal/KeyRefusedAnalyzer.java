package org.preventionnetwork.registry.personal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which file it is and what to do, instead of printing a stack trace. */
final class KeyRefusedAnalyzer extends AbstractFailureAnalyzer<KeyRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeyRefused cause) {
        return new FailureAnalysis(cause.fault(), cause.cure(), cause);
    }
}
