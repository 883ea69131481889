package org.preventionnetwork.registry.query.statements;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** Which published figures the page shows. */
@Question
record MetricFilter(@Means("Those of this metric.") @Nullable Metric metric) {}
