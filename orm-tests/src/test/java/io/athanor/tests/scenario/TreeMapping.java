package io.athanor.tests.scenario;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.RelationshipSpec;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.tests.scenario.Trees.Node;
import java.util.function.Consumer;

/** Nodes mapped anew, with another relationship between them than their annotations state. */
final class TreeMapping {
    private TreeMapping() {}

    static Registry of(Consumer<RelationshipSpec> children, Consumer<RelationshipSpec> parent) {
        return mapped(
                spec -> children.accept(spec.backPopulates("parent")),
                spec -> parent.accept(spec.backPopulates("children")));
    }

    /** The children are only looked at. */
    static Registry oneSided(Consumer<RelationshipSpec> parent) {
        return mapped(spec -> spec.viewOnly(), parent);
    }

    private static Registry mapped(Consumer<RelationshipSpec> children, Consumer<RelationshipSpec> parent) {
        MetaData metadata = new MetaData();
        Table node = Table.of(
                metadata,
                "node",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("parent_id", INTEGER, reference -> reference.references("node.id"))
                        .column("name", STRING, name -> {}));
        return Registry.of(metadata)
                .with(Mapping.of(Node.class, node)
                        .property("id", node.column("id", INTEGER))
                        .property("parentId", node.column("parent_id", INTEGER))
                        .property("name", node.column("name", STRING))
                        .toMany(
                                "children",
                                Node.class,
                                spec -> children.accept(spec.orderBy("id").remoteSide("parentId")))
                        .toOne("parent", Node.class, spec -> parent.accept(spec.remoteSide("id"))));
    }
}
