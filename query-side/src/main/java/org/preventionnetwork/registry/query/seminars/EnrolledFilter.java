package org.preventionnetwork.registry.query.seminars;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** Whom of the enrolled a seminar's page shows. */
@Question
record EnrolledFilter(@Means("Those that had come so far on the day.") @Nullable EnrollmentStatus enrolled) {}
