package org.preventionnetwork.registry.query.officials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.OfficialItem;
import org.preventionnetwork.registry.query.personal.PersonalReader;

/** An official whose personal texts are not read yet. */
record OfficialRow(OfficialItem item, @Nullable String fullName, @Nullable String email, @Nullable String position) {
    static OfficialRow of(ResultSet row) throws SQLException {
        boolean erased = row.getBoolean("erased_by_now");
        OfficialItem item = new OfficialItem(
                row.getString("id"),
                null,
                null,
                row.getString("state"),
                row.getString("institution"),
                null,
                row.getString("alumni_reason") != null,
                erased,
                row.getString("canonical"),
                row.getBoolean("certain"),
                row.getString("fact_id"),
                row.getString("source"));
        return erased
                ? new OfficialRow(item, null, null, null)
                : new OfficialRow(item, row.getString("full_name"), row.getString("email"), row.getString("position"));
    }

    /** Makes reading them one by one quicker. */
    static void prepare(List<OfficialRow> officials, PersonalReader personal) {
        personal.prepare(officials.stream()
                .filter(official -> official.fullName() != null)
                .map(official -> new OfficialId(official.item().id()))
                .toList());
    }

    /** Erased is also who was erased a moment ago, which the projection does not know yet: nothing can be read. */
    OfficialItem read(PersonalReader personal) {
        String name = personal.read(fullName);
        boolean erased = item.erased() || fullName != null && name == null;
        return item.with(name, personal.read(email), personal.read(position), erased);
    }
}
