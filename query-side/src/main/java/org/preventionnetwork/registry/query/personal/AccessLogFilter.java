package org.preventionnetwork.registry.query.personal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** Which views are asked for. */
@Question
public record AccessLogFilter(
        @Means(value = "Those by this account.", example = "secretary") @Nullable String actor,
        @Means(value = "Those of this official, by the id.", example = "official-0001") @Nullable String official,
        @Means("Those for this purpose.") @Nullable ViewKind kind,
        @Means(value = "Since then.", firstMoment = true) @Nullable Instant from,
        @Means("Until then.") @Nullable Instant to) {

    /** The id may be written as the history has it. */
    public AccessLogFilter {
        official = official == null ? null : official.strip().replaceFirst("^official:", "");
    }
}
