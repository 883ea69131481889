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
        List<Problem> wrong = new ArrayList<>();
        Map<FileKind, Long> rows = of(submission, wrong);
        if (!wrong.isEmpty()) {
            throw new Unreadable(wrong);
        }
        return rows;
    }

    /**
     * @param wrong gets the problems of files whose rows can be read all the same; of those the rows are counted
     * @return the number of rows of each file
     * @throws Unreadable with what is wrong with any of the files
     */
    public static Map<FileKind, Long> of(Submission submission, List<Problem> wrong) {
        Map<FileKind, Long> rows = new EnumMap<>(FileKind.class);
        List<Problem> problems = new ArrayList<>();
        for (Table table : submission.tables()) {
            AtomicLong count = new AtomicLong();
            try {
                table.read(row -> count.incrementAndGet());
                rows.put(table.kind(), count.get());
            } catch (Unreadable e) {
                if (e.rowsRead()) {
                    rows.put(table.kind(), count.get());
                    wrong.addAll(e.problems());
                } else {
                    problems.addAll(e.problems());
                }
            }
        }
        if (!problems.isEmpty()) {
            problems.addAll(0, wrong);
            throw new Unreadable(problems);
        }
        return rows;
    }
}
