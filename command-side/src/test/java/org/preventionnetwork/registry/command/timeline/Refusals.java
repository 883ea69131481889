package org.preventionnetwork.registry.command.timeline;

import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomMatcher;
import org.hamcrest.Matcher;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;

/** Expectations of commands that are declined. */
public final class Refusals {
    private Refusals() {}

    /** Nothing was recorded, for this reason. */
    public static void refused(ResultValidator<?> result, RefusalCode code) {
        result.expectNoEvents().expectException(refusal(code, null));
    }

    /** Nothing was recorded, for this reason, and the fact in the way is named. */
    public static void refused(ResultValidator<?> result, RefusalCode code, FactId because) {
        result.expectNoEvents().expectException(refusal(code, because));
    }

    private static Matcher<Throwable> refusal(RefusalCode code, FactId because) {
        return new CustomMatcher<>(because == null ? code.name() : code + " because of " + because) {
            @Override
            public boolean matches(Object thrown) {
                return thrown instanceof Refused refused
                        && refused.code() == code
                        && (because == null || refused.refusal().facts().contains(because));
            }
        };
    }
}
