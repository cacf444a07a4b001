package io.athanor.orm.mapper;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.nullOf;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.orm.mapping.UnmappedClassException;
import io.athanor.sql.Sql;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.BinaryOperation;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.BindList;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.Projection;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.tree.Update;
import io.athanor.sql.type.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TreeResolverTests {
    private final Registry registry = Registry.of(User.class, Address.class);
    private final Table users = registry.mapper(User.class).table();
    private final TreeResolver resolver = new TreeResolver(registry);

    private String sql(Statement statement) {
        return Sql.render((Statement) resolver.resolve(statement))
                .replaceAll("\\s+", " ")
                .replaceAll(":\\w+", "?")
                .strip();
    }

    @Nested
    class Statements {
        @Test
        void attributesBecomeColumns() {
            assertThat(sql(select(User_.name, User_.color).where(User_.id.eq(1)).orderBy(User_.age.desc())))
                    .isEqualTo(
                            "SELECT users.name, users.favourite FROM users WHERE users.id = ? ORDER BY users.age DESC");
        }

        @Test
        void entityBecomesItsColumns() {
            assertThat(sql(select(User_.entity())))
                    .isEqualTo("SELECT users.id, users.name, users.favourite, users.age FROM users");
        }

        @Test
        void entityBesideOthersKeepsItsPlace() {
            assertThat(sql(select(Address.ID, User_.entity(), func.count())))
                    .startsWith("SELECT \"Address\".id, users.id")
                    .contains("users.age, count(*)");
        }

        @Test
        void aliasKeepsItsName() {
            User_.Ref user = User_.as("u");

            assertThat(sql(select(user.name).where(user.id.gt(User_.id))))
                    .isEqualTo("SELECT u.name FROM users AS u, users WHERE u.id > users.id");
        }

        @Test
        void aliasUsedTwiceIsOneElementOfFrom() {
            User_.Ref user = User_.as();

            assertThat(sql(select(user).where(user.name.eq("ed"))))
                    .isEqualTo("SELECT users_1.id, users_1.name, users_1.favourite, users_1.age FROM users AS users_1"
                            + " WHERE users_1.name = ?");
        }

        @Test
        void twoAliasesAreTwoElementsOfFrom() {
            assertThat(sql(select(User_.as().name, User_.as().name)))
                    .contains("FROM users AS users_1, users AS users_2");
        }

        @Test
        void entityIsJoined() {
            PlainEntity<Address> address = new PlainEntity<>(Address.class);

            assertThat(sql(select(User_.name).join(address)))
                    .endsWith("FROM users JOIN \"Address\" ON users.id = \"Address\".user_id");
            assertThat(sql(select(User_.name).join(address, Address.USER_ID.eq(User_.id))))
                    .endsWith("FROM users JOIN \"Address\" ON \"Address\".user_id = users.id");
        }

        @Test
        void entityInSubqueryBecomesItsColumns() {
            assertThat(sql(select(User_.name)
                            .where(select(new PlainEntity<>(Address.class))
                                    .where(Address.USER_ID.eq(User_.id))
                                    .exists())))
                    .contains("EXISTS (SELECT", "WHERE \"Address\".user_id = users.id")
                    .doesNotContain("FROM \"Address\", users");
        }

        @Test
        void entityIsReadFromSubquery() {
            User_.Ref young =
                    User_.as(select(User_.entity()).where(User_.age.lt(30)).subquery("young"));

            assertThat(sql(select(young).where(young.name.eq("ed"))))
                    .isEqualTo(
                            "SELECT young.id, young.name, young.favourite, young.age FROM"
                                    + " (SELECT users.id AS id, users.name AS name, users.favourite AS favourite, users.age AS age FROM users WHERE users.age < ?) AS young WHERE young.name = ?");
        }

        @Test
        void entityIsReadFromSubqueryOfAnAlias() {
            User_.Ref inner = User_.as("inner");
            User_.Ref outer = User_.as(select(inner).subquery("outer"));

            assertThat(sql(select(outer.color))).startsWith("SELECT \"outer\".favourite FROM (SELECT");
        }

        @Test
        void entityIsReadFromLabelledAttributes() {
            User_.Ref labelled =
                    User_.as(select(User_.id.label("a"), User_.name.label("b")).subquery("s"));

            assertThat(sql(select(labelled.name))).startsWith("SELECT s.b FROM (SELECT");
        }

        @Test
        void columnOfSubqueryStandsForItsAttribute() {
            var count = func.count().label("n");
            DerivedTable counts =
                    select(Address.USER_ID, count).groupBy(Address.USER_ID).subquery("counts");

            assertThat(sql(select(User_.name, counts.column(count))
                            .outerJoin(counts, User_.id.eq(counts.column(Address.USER_ID)))))
                    .startsWith("SELECT users.name, counts.n FROM users LEFT OUTER JOIN (SELECT")
                    .endsWith("AS counts ON users.id = counts.user_id");
        }

        @Test
        void insertUpdateAndDeleteAreResolved() {
            assertThat(sql(new Insert(User_.entity()).set(User_.color, User.Color.RED)))
                    .isEqualTo("INSERT INTO users (favourite) VALUES (?)");
            assertThat(sql(new Update(User_.entity())
                            .set(User_.color, User.Color.RED)
                            .where(User_.id.eq(1))))
                    .isEqualTo("UPDATE users SET favourite=? WHERE users.id = ?");
            assertThat(sql(new Delete(User_.entity()).where(User_.id.eq(1))))
                    .isEqualTo("DELETE FROM users WHERE users.id = ?");
        }
    }

    @Nested
    class Nodes {
        @Test
        void nodeWithoutEntitiesStaysTheSame() {
            Statement plain =
                    select(users.column("id")).where(users.column("name").isNull());

            assertThat(resolver.resolve(plain)).isSameAs(plain);
        }

        @Test
        void nodeUsedTwiceIsReplacedByOne() {
            Expression<String> shared = User_.name.concat("!");

            assertThat(resolver.resolve(shared)).isSameAs(resolver.resolve(shared));
        }

        @Test
        void bindTakesTheTypeOfTheColumnAndKeepsItsOrigin() {
            Bind<?> before = (Bind<?>)
                    StructureKey.of(User_.color.eq(User.Color.RED)).binds().get(0);
            SqlNode resolved = resolver.resolve(User_.color.eq(User.Color.RED));
            Bind<?> same = (Bind<?>) resolver.resolve(before);

            assertThat(((Bind<?>) StructureKey.of(resolved).binds().get(0)).type())
                    .isEqualTo(SqlTypes.enumOf(User.Color.class));
            assertThat(same.type()).isEqualTo(SqlTypes.enumOf(User.Color.class));
            assertThat(same.origin()).isSameAs(before.origin());
            assertThat(same.value()).isEqualTo(User.Color.RED);
        }

        @Test
        void listOfBindsTakesTheTypeOfTheColumn() {
            SqlNode resolved = resolver.resolve(User_.color.in(User.Color.RED, User.Color.GREEN));

            assertThat(((BindList<?>) StructureKey.of(resolved).binds().get(0)).type())
                    .isEqualTo(SqlTypes.enumOf(User.Color.class));
        }

        @Test
        void statedTypeOfAnAttributeIsReplaced() {
            var color = SqlTypes.enumOf(User.Color.class);

            assertThat(typeOf(nullOf(User_.color.type()))).isEqualTo(color);
            assertThat(typeOf(User_.name.cast(User_.color.type()))).isEqualTo(color);
            assertThat(typeOf(User_.name.typeCoerce(User_.color.type()))).isEqualTo(color);
            assertThat(typeOf(func.call("f", User_.color.type(), User_.name))).isEqualTo(color);
            assertThat(typeOf(new BinaryOperation<>(Operator.CONCAT, User_.name, User_.name, User_.color.type())))
                    .isEqualTo(color);
            assertThat(typeOf(Sql.literalColumn("x", User_.color.type()))).isEqualTo(color);
        }

        @Test
        void typeThatFollowsAnOperandFollowsTheColumn() {
            assertThat(typeOf(func.max(User_.color))).isEqualTo(SqlTypes.enumOf(User.Color.class));
            assertThat(typeOf(User_.color.label("c"))).isEqualTo(SqlTypes.enumOf(User.Color.class));
        }

        @Test
        void projectionReadsTheColumnsOfItsParts() {
            Projection<?> projection = Projection.of(row -> row, User_.entity(), Address.ID);

            assertThat(((Projection<?>) resolver.resolve(projection)).parts()).hasSize(5);
        }

        private Object typeOf(SqlNode node) {
            return ((Expression<?>) resolver.resolve(node)).type();
        }
    }

    @Nested
    class Entities {
        @Test
        void entityItselfIsItsTable() {
            assertThat(resolver.fromOf(User_.entity())).isSameAs(users);
            assertThat(resolver.columnsOf(User_.entity())).isEqualTo(users.columns());
        }

        @Test
        void aliasIsTheSameEachTime() {
            User_.Ref alias = User_.as("u");

            assertThat(resolver.fromOf(alias)).isSameAs(resolver.fromOf(alias)).isInstanceOf(DerivedTable.class);
            assertThat(resolver.columnsOf(alias)).hasSize(4).allMatch(c -> c.table() == resolver.fromOf(alias));
            assertThat(resolver.resolve(alias.color))
                    .isEqualTo(resolver.columnsOf(alias).get(2));
        }

        @Test
        void anotherRunMakesAnotherAlias() {
            User_.Ref alias = User_.as("u");

            assertThat(new TreeResolver(registry).fromOf(alias)).isNotEqualTo(resolver.fromOf(alias));
        }

        @Test
        void oneClassServesSeveralRegistries() {
            Registry other = Registry.of(User.class);

            assertThat(new TreeResolver(other).resolve(User_.name))
                    .isSameAs(other.mapper(User.class).table().column("name"));
            assertThat(resolver.resolve(User_.name)).isSameAs(users.column("name"));
        }
    }

    @Nested
    class Refusing {
        @Test
        void classThatTheRegistryDoesNotMap() {
            TreeResolver other = new TreeResolver(Registry.of(Address.class));

            assertThatThrownBy(() -> other.resolve(select(User_.name)))
                    .isInstanceOf(UnmappedClassException.class)
                    .hasMessageContainingAll(User.class.getName(), "[Address]");
            assertThatThrownBy(() -> other.resolve(select(User_.as("u")))).isInstanceOf(UnmappedClassException.class);
        }

        @Test
        void propertyThatDoesNotExist() {
            assertThatThrownBy(() -> resolver.resolve(Attribute.of(User.class, "nme", String.class)))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContainingAll(User.class.getName(), "[nme]", "[id, name, color, age]");
        }

        @Test
        void propertyOfAnotherClass() {
            assertThatThrownBy(() -> resolver.resolve(
                            Attribute.of(User.class, "name", Integer.class).eq(1)))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContainingAll("[User.name]", "java.lang.String", "java.lang.Integer");
        }

        @Test
        void attributeThatTheSubqueryDoesNotSelect() {
            User_.Ref partial = User_.as(select(User_.id, User_.name).subquery());

            assertThatThrownBy(() -> resolver.resolve(select(partial)))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContainingAll("[User]", "[color]", "[0] times");
        }

        @Test
        void attributeThatTheSubquerySelectsTwice() {
            User_.Ref a = User_.as("a");
            User_.Ref b = User_.as("b");
            User_.Ref twice = User_.as(Select.rows(List.of(a.id, b.id)).subquery());

            assertThatThrownBy(() -> resolver.resolve(select(twice.id)))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContainingAll("[id]", "[2] times");
        }
    }

    @Test
    void columnsHaveTheClassOfTheirAttribute() {
        for (NamedColumn<?> column : resolver.columnsOf(User_.as("u"))) {
            assertThat(column.type()).isNotInstanceOf(AttributeType.class);
        }
    }
}
