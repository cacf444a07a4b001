package io.athanor.orm.flush;

import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import java.util.List;
import java.util.Map;

/** Where the rows of secondary tables go. */
interface RowSink {
    /** Delete rows, each of which must be there. */
    void deleteLinks(Table table, List<Map<Column<?>, Object>> rows);

    /** Change rows, each of which must be there. */
    void changeLinks(Table table, List<Map<Column<?>, Object>> before, List<Map<Column<?>, Object>> after);

    /** Insert rows. */
    void insertLinks(Table table, List<Map<Column<?>, Object>> rows);
}
