package io.athanor.tests.scenario;

import static io.athanor.orm.Orm.foreign;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.RelationshipSpec;
import io.athanor.sql.schema.ColumnSpec;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.tests.scenario.Families.Child;
import io.athanor.tests.scenario.Families.Parent;
import io.athanor.tests.scenario.Trees.Node;
import java.util.List;
import java.util.function.Consumer;

/** Parents and children mapped anew, with another relationship between them than their annotations state. */
final class FamilyMapping {
    private final Consumer<ColumnSpec<Integer>> reference;
    private final Consumer<RelationshipSpec> join;

    private FamilyMapping(Consumer<ColumnSpec<Integer>> reference, Consumer<RelationshipSpec> join) {
        this.reference = reference;
        this.join = join;
    }

    static Registry of(Consumer<RelationshipSpec> children) {
        return new FamilyMapping(parentId -> parentId.references("parent.id"), spec -> {}).map(children);
    }

    /** The database deletes children together with their parent. */
    static Registry onDeleteCascade(Consumer<RelationshipSpec> children) {
        return onDelete(ForeignKey.Action.CASCADE, children);
    }

    /** The database lets children go whose parent is deleted. */
    static Registry onDeleteSetNull(Consumer<RelationshipSpec> children) {
        return onDelete(ForeignKey.Action.SET_NULL, children);
    }

    private static Registry onDelete(ForeignKey.Action action, Consumer<RelationshipSpec> children) {
        return new FamilyMapping(parentId -> parentId.references("parent.id", key -> key.onDelete(action)), spec -> {})
                .map(children);
    }

    /** The database knows nothing of the relationship, so that it refuses nothing. */
    static Registry unreferenced(Consumer<RelationshipSpec> children) {
        return new FamilyMapping(
                        parentId -> {}, spec -> spec.primaryJoin(() -> Parent_.id.eq(foreign(Child_.parentId))))
                .map(children);
    }

    private Registry map(Consumer<RelationshipSpec> children) {
        MetaData metadata = new MetaData();
        Table parent = Table.of(
                metadata,
                "parent",
                table -> table.column("id", INTEGER, id -> id.primaryKey()).column("name", STRING, name -> {}));
        Table child = Table.of(
                metadata,
                "child",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("parent_id", INTEGER, reference)
                        .column("name", STRING, name -> {}));
        return Registry.of(metadata)
                .with(Mapping.of(Parent.class, parent)
                        .property("id", parent.column("id", INTEGER))
                        .property("name", parent.column("name", STRING))
                        .relationship("children", List.class, Child.class, spec -> {
                            spec.backPopulates("parent").orderBy("id");
                            join.accept(spec);
                            children.accept(spec);
                        }))
                .with(Mapping.of(Child.class, child)
                        .property("id", child.column("id", INTEGER))
                        .property("parentId", child.column("parent_id", INTEGER))
                        .property("name", child.column("name", STRING))
                        .toOne("parent", Parent.class, spec -> {
                            spec.backPopulates("children");
                            join.accept(spec);
                        }));
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
