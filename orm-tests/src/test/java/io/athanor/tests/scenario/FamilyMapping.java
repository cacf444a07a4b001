package io.athanor.tests.scenario;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.RelationshipSpec;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.tests.scenario.Families.Child;
import io.athanor.tests.scenario.Families.Parent;
import io.athanor.tests.scenario.Trees.Node;
import java.util.List;
import java.util.function.Consumer;

/** Parents and children mapped anew, with another relationship between them than their annotations state. */
final class FamilyMapping {
    private FamilyMapping() {}

    static Registry of(Consumer<RelationshipSpec> children) {
        MetaData metadata = new MetaData();
        Table parent = Table.of(
                metadata,
                "parent",
                table -> table.column("id", INTEGER, id -> id.primaryKey()).column("name", STRING, name -> {}));
        Table child = Table.of(
                metadata,
                "child",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("parent_id", INTEGER, reference -> reference.references("parent.id"))
                        .column("name", STRING, name -> {}));
        return Registry.of(metadata)
                .with(Mapping.of(Parent.class, parent)
                        .property("id", parent.column("id", INTEGER))
                        .property("name", parent.column("name", STRING))
                        .relationship("children", List.class, Child.class, spec -> {
                            spec.backPopulates("parent").orderBy("id");
                            children.accept(spec);
                        }))
                .with(Mapping.of(Child.class, child)
                        .property("id", child.column("id", INTEGER))
                        .property("parentId", child.column("parent_id", INTEGER))
                        .property("name", child.column("name", STRING))
                        .toOne("parent", Parent.class, spec -> spec.backPopulates("children")));
    }

    static Registry tree(Consumer<RelationshipSpec> children) {
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
                        .relationship("children", List.class, Node.class, spec -> {
                            spec.backPopulates("parent").orderBy("id").remoteSide("parentId");
                            children.accept(spec);
                        })
                        .toOne(
                                "parent",
                                Node.class,
                                spec -> spec.backPopulates("children").remoteSide("id")));
    }
}
