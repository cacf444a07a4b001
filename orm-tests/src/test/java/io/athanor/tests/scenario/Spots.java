package io.athanor.tests.scenario;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Association;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.Relationship;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** A graph. */
final class Spots {
    private Spots() {}

    /** Leads to others. */
    @Mapped(table = "spot")
    @Association(
            table = "spot_link",
            columns = {"from_id", "to_id"},
            references = {"spot.id", "spot.id"})
    static class Spot {
        @Id
        private Integer id;

        private String name;

        @Relationship(secondary = "spot_link", backPopulates = "previous", orderBy = "id")
        private List<Spot> nexts = new ArrayList<>();

        @Relationship(secondary = "spot_link", backPopulates = "nexts", orderBy = "id")
        private List<Spot> previous = new ArrayList<>();

        Spot(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }

        List<Spot> nexts() {
            return nexts;
        }

        void nexts(List<Spot> nexts) {
            this.nexts = nexts;
        }

        List<Spot> previous() {
            return previous;
        }
    }

    /** Which end of a link is which is stated by conditions. */
    static Registry mapped() {
        MetaData metadata = new MetaData();
        Table spot = Table.of(
                metadata,
                "spot",
                table -> table.column("id", INTEGER, id -> id.primaryKey()).column("name", STRING, name -> {}));
        Table link = Table.of(
                metadata,
                "link",
                table -> table.column("from_id", INTEGER, id -> id.primaryKey().references("spot.id"))
                        .column("to_id", INTEGER, id -> id.primaryKey().references("spot.id")));
        Column<Integer> from = link.column("from_id", INTEGER);
        Column<Integer> to = link.column("to_id", INTEGER);
        return Registry.of(metadata)
                .with(Mapping.of(Spot.class, spot)
                        .property("id", spot.column("id", INTEGER))
                        .property("name", spot.column("name", STRING))
                        .toMany(
                                "nexts",
                                Spot.class,
                                spec -> spec.secondary(link)
                                        .backPopulates("previous")
                                        .orderBy("id")
                                        .primaryJoin(() -> Spot_.id.eq(from))
                                        .secondaryJoin(() -> Spot_.id.eq(to)))
                        .toMany(
                                "previous",
                                Spot.class,
                                spec -> spec.secondary(link)
                                        .backPopulates("nexts")
                                        .orderBy("id")
                                        .primaryJoin(() -> Spot_.id.eq(to))
                                        .secondaryJoin(() -> Spot_.id.eq(from))));
    }
}
