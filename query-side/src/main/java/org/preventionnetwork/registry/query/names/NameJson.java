package org.preventionnetwork.registry.query.names;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.preventionnetwork.registry.api.wire.RegistryJson;

/** The names in languages that a row has. */
public final class NameJson {
    private NameJson() {}

    /** By the language's tag, from the column {@code names}. */
    public static Map<String, String> of(ResultSet row) throws SQLException {
        Map<String, String> names = new TreeMap<>();
        RegistryJson.mapper()
                .readTree(row.getString("names"))
                .propertyStream()
                .forEach(name -> names.put(name.getKey(), name.getValue().asString()));
        return names;
    }
}
