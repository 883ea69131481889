package org.preventionnetwork.registry.api.seminars;

/** How far an official came in one seminar. */
public enum EnrollmentStatus {
    NOMINATED,
    ACCEPTED,
    WAITLISTED,
    DECLINED,
    CONFIRMED,
    WITHDRAWN,
    ATTENDED,
    COMPLETED,
    NOT_COMPLETED,
    CANCELLED
}
