package io.athanor.tests.scenario;

import static io.athanor.sql.type.SqlTypes.INTEGER;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.Relationship;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** A class whose key is that of what it belongs to. */
final class Details {
    private Details() {}

    /** Has details. */
    @Mapped(table = "master")
    static class Master {
        @Id
        private Integer id;

        @Relationship
        private List<Detail> details = new ArrayList<>();

        Master() {}

        List<Detail> details() {
            return details;
        }
    }

    /** Refers by its key. */
    @Mapped(table = "detail")
    static class Detail {
        @Id
        @Column(name = "p_id", references = "master.id")
        private Integer pId;

        private Integer n;

        Detail() {}
    }

    /** Mapped to the tables of the records, whose names others have too. */
    static Registry mapped() {
        MetaData metadata = new MetaData();
        Table p = Table.of(metadata, "p", table -> table.column("id", INTEGER, id -> id.primaryKey()));
        Table d = Table.of(
                metadata,
                "d",
                table -> table.column("p_id", INTEGER, id -> id.primaryKey().references("p.id"))
                        .column("n", INTEGER, n -> {}));
        return Registry.of(metadata)
                .with(Mapping.of(Master.class, p)
                        .property("id", p.column("id", INTEGER))
                        .toMany("details", Detail.class, spec -> {}))
                .with(Mapping.of(Detail.class, d)
                        .property("pId", d.column("p_id", INTEGER))
                        .property("n", d.column("n", INTEGER)));
    }
}
