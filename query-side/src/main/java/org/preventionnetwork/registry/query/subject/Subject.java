package org.preventionnetwork.registry.query.subject;

import java.util.List;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.subject.PersonFile.RecordHeld;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The person that is asked about, at one point of both clocks.
 *
 * @param canonical the record that stands for the person
 * @param records all of them
 */
record Subject(String canonical, List<RecordHeld> records, Clocks clocks) {
    boolean isErased() {
        return records.stream().allMatch(record -> record.erasedOn() != null);
    }

    /** Those that are not erased. */
    List<String> readable() {
        return records.stream()
                .filter(record -> record.erasedOn() == null)
                .map(RecordHeld::official)
                .toList();
    }

    List<String> all() {
        return records.stream().map(RecordHeld::official).toList();
    }

    /** Asks with {@code :officials} and {@code :entities}, those that are not erased, {@code :day} and {@code :position}. */
    StatementSpec ask(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql)
                .param("officials", readable().toArray(String[]::new))
                .param(
                        "entities",
                        readable().stream().map(id -> "official:" + id).toArray(String[]::new))
                .param("day", clocks.day())
                .param("position", clocks.position());
    }
}
