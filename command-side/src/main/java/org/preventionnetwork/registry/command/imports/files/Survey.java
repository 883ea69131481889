package org.preventionnetwork.registry.command.imports.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Reads everything once before anything is applied, so that a file is either readable to its end or left alone.
 *
 * @param rows the number of rows of each file
 * @param headers columns that are not taken, of files whose rows can be read all the same; of those the rows are counted
 * @param broken rows that are no CSV or no text: nobody can tell what else of such a file is not what was meant, so
 *     nothing of it is applied; a dry run tells what is wrong with the others all the same
 * @param notes what is worth saying of rows that are right
 * @param people whether some row is about a person without an id
 */
public record Survey(
        Map<FileKind, Long> rows, List<Problem> headers, List<Problem> broken, List<Problem> notes, boolean people) {
    /** More are not told; a file in another encoding has one in most rows. */
    private static final int MOST_TOLD = 1_000;

    private static final Set<String> BREAKING = Set.of(CsvRecords.NOT_CSV, CsvRecords.NOT_UTF8);

    /**
     * @return the number of rows of each file
     * @throws Unreadable with what is wrong with any of the files, their headers and broken rows included
     */
    public static Map<FileKind, Long> of(Submission submission) {
        Survey survey = over(submission);
        if (!survey.wrong().isEmpty()) {
            throw new Unreadable(survey.wrong());
        }
        return survey.rows;
    }

    /** What keeps everything out: columns that are not taken, and broken rows. */
    public List<Problem> wrong() {
        return Stream.concat(headers.stream(), broken.stream()).toList();
    }

    /** @throws Unreadable with what is wrong with any of the files as a whole */
    public static Survey over(Submission submission) {
        Map<FileKind, Long> rows = new EnumMap<>(FileKind.class);
        List<Problem> problems = new ArrayList<>();
        List<Problem> headers = new ArrayList<>();
        List<Problem> broken = new ArrayList<>();
        List<Problem> notes = new ArrayList<>();
        AtomicBoolean people = new AtomicBoolean();
        for (Table table : submission.tables()) {
            AtomicLong count = new AtomicLong();
            NotAvailable missing = new NotAvailable();
            try {
                table.read(row -> {
                    count.incrementAndGet();
                    missing.look(row);
                    people.compareAndSet(false, row.needsPerson());
                    row.problems().stream()
                            .filter(problem -> BREAKING.contains(problem.code()) && broken.size() < MOST_TOLD)
                            .forEach(broken::add);
                });
                rows.put(table.kind(), count.get());
            } catch (Unreadable e) {
                if (e.rowsRead()) {
                    rows.put(table.kind(), count.get());
                    headers.addAll(e.problems());
                } else {
                    problems.addAll(e.problems());
                }
            }
            notes.addAll(missing.notes());
        }
        if (!problems.isEmpty()) {
            problems.addAll(0, headers);
            problems.addAll(broken);
            throw new Unreadable(problems);
        }
        return new Survey(rows, List.copyOf(headers), List.copyOf(broken), List.copyOf(notes), people.get());
    }
}
