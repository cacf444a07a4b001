package io.athanor.tests.scenario;

import static io.athanor.orm.Orm.foreign;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.Relationship;
import io.athanor.orm.mapping.RelationshipSpec;
import io.athanor.sql.schema.ColumnSpec;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import java.util.function.Consumer;

/** Two classes that are related one to one. */
final class Singles {
    private Singles() {}

    /** Has one of the others. */
    @Mapped(table = "a")
    static class Whole {
        @Id
        private Integer id;

        @Relationship(backPopulates = "a")
        private Half b;

        Whole() {}

        void id(Integer id) {
            this.id = id;
        }

        Half b() {
            return b;
        }

        void b(Half b) {
            this.b = b;
        }
    }

    /** Belongs to one. */
    @Mapped(table = "b")
    static class Half {
        @Id
        private Integer id;

        @Column(name = "a_id", unique = true, references = "a.id")
        private Integer aId;

        private String name;

        @Relationship(backPopulates = "b")
        private Whole a;

        Half(String name) {
            this.name = name;
        }

        Integer id() {
            return id;
        }

        Integer aId() {
            return aId;
        }

        Whole a() {
            return a;
        }

        void a(Whole a) {
            this.a = a;
        }
    }

    /** Mapped anew, with another relationship to the half than its annotation states. */
    static Registry mapped(Consumer<RelationshipSpec> half) {
        return map(aId -> aId.unique().references("a.id"), spec -> {}, half);
    }

    /** The database knows nothing of the relationship, so that it refuses nothing. */
    static Registry unreferenced(Consumer<RelationshipSpec> half) {
        return map(aId -> {}, spec -> spec.primaryJoin(() -> Whole_.id.eq(foreign(Half_.aId))), half);
    }

    private static Registry map(
            Consumer<ColumnSpec<Integer>> reference, Consumer<RelationshipSpec> join, Consumer<RelationshipSpec> half) {
        MetaData metadata = new MetaData();
        Table a = Table.of(metadata, "a", table -> table.column("id", INTEGER, id -> id.primaryKey()));
        Table b = Table.of(
                metadata,
                "b",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("a_id", INTEGER, reference)
                        .column("name", STRING, name -> {}));
        return Registry.of(metadata)
                .with(Mapping.of(Whole.class, a)
                        .property("id", a.column("id", INTEGER))
                        .toOne("b", Half.class, spec -> {
                            join.accept(spec.backPopulates("a"));
                            half.accept(spec);
                        }))
                .with(Mapping.of(Half.class, b)
                        .property("id", b.column("id", INTEGER))
                        .property("aId", b.column("a_id", INTEGER))
                        .property("name", b.column("name", STRING))
                        .toOne("a", Whole.class, spec -> join.accept(spec.backPopulates("b"))));
    }
}
