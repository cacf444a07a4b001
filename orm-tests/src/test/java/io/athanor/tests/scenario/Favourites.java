package io.athanor.tests.scenario;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.Relationship;
import io.athanor.orm.mapping.RelationshipSpec;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Two tables that refer to each other. */
final class Favourites {
    private Favourites() {}

    /** Has entries, one of which it likes best. */
    @Mapped(table = "widget")
    static class Widget {
        @Id
        private Integer id;

        private String name;

        @Column(name = "fav_id", references = "entry.id")
        private Integer favId;

        @Relationship(cascade = Cascade.ALL, orderBy = "id", foreignKey = "entry.widget_id")
        private List<Entry> entries = new ArrayList<>();

        @Relationship(foreignKey = "widget.fav_id", postUpdate = true)
        private Entry fav;

        Widget(String name) {
            this.name = name;
        }

        void name(String name) {
            this.name = name;
        }

        List<Entry> entries() {
            return entries;
        }

        Entry fav() {
            return fav;
        }

        void fav(Entry fav) {
            this.fav = fav;
        }
    }

    /** Belongs to a widget. */
    @Mapped(table = "entry")
    static class Entry {
        @Id
        private Integer id;

        private String name;

        @Column(name = "widget_id", references = "widget.id")
        private Integer widgetId;

        Entry(String name) {
            this.name = name;
        }
    }

    /** Mapped anew, with another relationship to the favourite than its annotation states. */
    static Registry mapped(Consumer<RelationshipSpec> favourite) {
        MetaData metadata = new MetaData();
        Table widget = Table.of(
                metadata,
                "widget",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("name", STRING, name -> {})
                        .column("fav_id", INTEGER, reference -> reference.references("entry.id")));
        Table entry = Table.of(
                metadata,
                "entry",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("name", STRING, name -> {})
                        .column("widget_id", INTEGER, reference -> reference.references("widget.id")));
        return Registry.of(metadata)
                .with(Mapping.of(Widget.class, widget)
                        .property("id", widget.column("id", INTEGER))
                        .property("name", widget.column("name", STRING))
                        .property("favId", widget.column("fav_id", INTEGER))
                        .toMany(
                                "entries",
                                Entry.class,
                                spec -> spec.cascade(Cascade.ALL).orderBy("id").foreignKey("entry.widget_id"))
                        .toOne("fav", Entry.class, spec -> favourite.accept(spec.foreignKey("widget.fav_id"))))
                .with(Mapping.of(Entry.class, entry)
                        .property("id", entry.column("id", INTEGER))
                        .property("name", entry.column("name", STRING))
                        .property("widgetId", entry.column("widget_id", INTEGER)));
    }
}
