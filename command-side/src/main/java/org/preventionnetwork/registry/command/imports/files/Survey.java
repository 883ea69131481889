package org.preventionnetwork.registry.command.imports.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Reads everything once before anything is applied, so that a file is either readable to its end or left alone. */
public final class Survey {
    private Survey() {}

    /**
     * @return the number of rows of each file
     * @throws Unreadable with what is wrong with any of the files
     */
    public static Map<FileKind, Long> of(Submission submission) {
        Map<FileKind, Long> rows = new EnumMap<>(FileKind.class);
        List<Problem> problems = new ArrayList<>();
        for (Table table : submission.tables()) {
            AtomicLong count = new AtomicLong();
            try {
                table.read(row -> count.incrementAndGet());
                rows.put(table.kind(), count.get());
            } catch (Unreadable e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new Unreadable(problems);
        }
        return rows;
    }
}
