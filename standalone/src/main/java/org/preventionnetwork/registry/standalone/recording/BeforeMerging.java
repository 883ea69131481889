package org.preventionnetwork.registry.standalone.recording;

import java.util.List;
import org.preventionnetwork.registry.api.officials.OfficialCommand.MergeOfficial;
import org.preventionnetwork.registry.command.http.Foresight;
import org.preventionnetwork.registry.query.seminars.SharedSeminars;
import org.springframework.stereotype.Component;

/** Tells who is about to merge two records in which seminars both are enrolled. */
@Component
class BeforeMerging implements Foresight {
    private final SharedSeminars seminars;

    BeforeMerging(SharedSeminars seminars) {
        this.seminars = seminars;
    }

    @Override
    public List<EnrolledTwice> enrolledTwice(MergeOfficial merge) {
        return seminars.of(merge.officialId(), merge.into()).stream()
                .map(shared -> new EnrolledTwice(shared.seminar(), shared.enrollments()))
                .toList();
    }
}
