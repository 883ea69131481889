package org.preventionnetwork.registry.command.imports.rows;

import java.util.List;
import org.preventionnetwork.registry.command.imports.files.Row;

/** What rows of one file mean; rows come together where they can only be understood together. */
interface Script {
    List<RowResult> tell(List<Row> rows, Teller teller);
}
