package org.preventionnetwork.registry.query.statements;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** Which published figures are asked for. */
@Question
record StatementFilter(
        @Means("Those of this metric.") @Nullable Metric metric,
        @Means(value = "Those about this network or programme, as it was stated.", example = "latin-american-network")
                @Nullable
                String scope,
        @Means("true tells of each how it stands to the registry's own figure.") boolean verdict) {}
