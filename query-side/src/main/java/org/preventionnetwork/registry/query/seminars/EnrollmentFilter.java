package org.preventionnetwork.registry.query.seminars;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** Which enrolments of a seminar are asked for. */
@Question
record EnrollmentFilter(@Means("Those that had come so far on the day.") @Nullable EnrollmentStatus status) {}
