package io.athanor.orm.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.Sql;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.error.OrmException;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Select;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EntityRefTests {
    @Nested
    class Equality {
        @Test
        void entitiesOfOneClassAreEqual() {
            assertThat(new User_.Ref()).isEqualTo(User_.entity()).hasSameHashCodeAs(User_.entity());
        }

        @Test
        void aliasIsEqualToNoOther() {
            User_.Ref alias = User_.as("u");

            assertThat(alias).isNotEqualTo(User_.as("u")).isNotEqualTo(User_.entity());
        }

        @Test
        void attributesAreEqualByOwnerAndName() {
            User_.Ref alias = User_.as("u");

            assertThat(Attribute.of(User.class, "name", String.class))
                    .isEqualTo(User_.name)
                    .hasSameHashCodeAs(User_.name);
            assertThat(User_.name).isNotEqualTo(User_.id).isNotEqualTo(alias.name);
            assertThat(alias.name).isNotEqualTo(User_.as("u").name);
        }

        @Test
        void attributeIsTheSameEachTime() {
            assertThat(User_.entity().attribute("name", String.class)).isSameAs(User_.name);
        }

        @Test
        void attributeBelongsToItsEntity() {
            User_.Ref alias = User_.as("u");

            assertThat(alias.name.owner()).isSameAs(alias);
            assertThat(alias.name.table()).isSameAs(alias);
        }
    }

    @Nested
    class Structure {
        @Test
        void aliasesOfOneNameShareAStructure() {
            assertThat(key(User_.as("u"))).isEqualTo(key(User_.as("u")));
            assertThat(key(User_.as("u")).cacheable()).isTrue();
        }

        @Test
        void aliasesOfOtherNamesDoNot() {
            assertThat(key(User_.as("u"))).isNotEqualTo(key(User_.as("v"))).isNotEqualTo(key(User_.entity()));
        }

        @Test
        void oneAliasTwiceDiffersFromTwoAliases() {
            User_.Ref one = User_.as();
            User_.Ref other = User_.as();

            assertThat(StructureKey.of(Select.of(one).where(one.id.eq(1))))
                    .isNotEqualTo(StructureKey.of(Select.of(one).where(other.id.eq(1))));
        }

        @Test
        void valuesAreNoPartOfIt() {
            assertThat(StructureKey.of(Select.of(User_.name).where(User_.id.eq(1))))
                    .isEqualTo(StructureKey.of(Select.of(User_.name).where(User_.id.eq(2))));
        }

        private StructureKey key(User_.Ref user) {
            return StructureKey.of(Select.of(user).where(user.name.eq("ed")));
        }
    }

    @Nested
    class Refusing {
        @Test
        void attributeAskedForAsTwoClasses() {
            assertThatThrownBy(() -> User_.entity().attribute("name", Integer.class))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContainingAll("[User.name]", "java.lang.String", "java.lang.Integer");
        }

        @Test
        void nullAsSource() {
            assertThatThrownBy(() -> User_.as((DerivedTable) null))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining(User.class.getName());
        }

        @Test
        void statementCompiledWithoutRegistry() {
            assertThatThrownBy(() -> Sql.render(Select.of(User_.name)))
                    .isInstanceOf(OrmException.class)
                    .hasMessageContaining("Attribute [User.name]");
            assertThatThrownBy(() -> Sql.render(Select.of(User_.entity())))
                    .isInstanceOf(OrmException.class)
                    .hasMessageContainingAll("[Entity(User)]", "Session");
        }
    }
}
