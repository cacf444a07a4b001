package io.athanor.orm.mapper;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapping.DeclaredMappings;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.MappingException;
import io.athanor.orm.mapping.UnenhancedClassException;
import io.athanor.orm.mapping.UnmappedClassException;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.type.SqlTypes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RegistryTests {
    private final Registry registry = Registry.of(User.class);

    @Nested
    class Tables {
        @Test
        void columnsAreNamedAfterAttributesUnlessNamed() {
            assertThat(registry.mapper(User.class).table().columns().stream().map(Column::name))
                    .containsExactly("id", "name", "favourite", "age");
        }

        @Test
        void tableIsInTheMetadata() {
            assertThat(registry.metadata().tables())
                    .containsExactly(registry.mapper(User.class).table());
        }

        @Test
        void unnamedTableTakesTheNameOfTheClass() {
            assertThat(Registry.of(Address.class).mapper(Address.class).table().name())
                    .isEqualTo("Address");
        }

        @Test
        void onlyIntegerKeyIsMadeByTheDatabase() {
            assertThat(column("id").autoincrement()).isTrue();
            assertThat(column("id").primaryKey()).isTrue();
        }

        @Test
        void primitiveColumnIsNotNull() {
            assertThat(column("age").nullable()).isFalse();
            assertThat(column("name").nullable()).isFalse();
            assertThat(column("favourite").nullable()).isTrue();
        }

        @Test
        void typesFollowTheFields() {
            assertThat(column("name").type()).isEqualTo(SqlTypes.string(30));
            assertThat(column("favourite").type()).isEqualTo(SqlTypes.enumOf(User.Color.class));
        }

        @Test
        void referenceIsResolvedLate() {
            Registry both = Registry.of(Address.class, User.class);

            assertThat(both.mapper(Address.class).table().foreignKeys().get(0).target())
                    .isEqualTo(both.mapper(User.class).table());
            assertThat(both.metadata().sortedTables())
                    .containsExactly(
                            both.mapper(User.class).table(),
                            both.mapper(Address.class).table());
        }

        @Test
        void tablesAreDefinedBesideThoseThatExist() {
            MetaData metadata = new MetaData();
            Table existing = Table.of(metadata, "existing", t -> t.column("id", INTEGER));

            assertThat(Registry.of(metadata, User.class).metadata().tables())
                    .startsWith(existing)
                    .hasSize(2);
        }

        private Column<?> column(String name) {
            return registry.mapper(User.class).table().column(name);
        }
    }

    @Nested
    class Deriving {
        @Test
        void registryItselfIsUnchanged() {
            registry.with(Address.class);

            assertThat(registry.find(Address.class)).isNull();
        }

        @Test
        void mappersAndMetadataAreShared() {
            Registry both = registry.with(Address.class);

            assertThat(both.metadata()).isSameAs(registry.metadata());
            assertThat(both.mapper(User.class)).isSameAs(registry.mapper(User.class));
            assertThat(both.mappers()).hasSize(2);
        }

        @Test
        void sameClassMayBeAddedAgain() {
            Registry one = registry.with(Address.class);
            Registry other = registry.with(Address.class, Address.class).with(User.class);

            assertThat(other.mapper(Address.class)).isSameAs(one.mapper(Address.class));
        }

        @Test
        void registriesOfTheirOwnHaveTablesOfTheirOwn() {
            assertThat(Registry.of(User.class).mapper(User.class).table())
                    .isNotEqualTo(registry.mapper(User.class).table());
        }
    }

    @Nested
    class Refusing {
        @Test
        void plainClass() {
            assertThatThrownBy(() -> Registry.of(String.class))
                    .isInstanceOf(UnmappedClassException.class)
                    .hasMessageContainingAll("[java.lang.String]", "@Mapped", "Mapping");
        }

        @Test
        void annotatedClassThatWasNotEnhanced() {
            assertThatThrownBy(() -> Registry.of(Unenhanced.class))
                    .isInstanceOf(UnenhancedClassException.class)
                    .hasMessageContaining(Unenhanced.class.getName());
        }

        @Test
        void classOfAnotherRegistry() {
            assertThatThrownBy(() -> registry.mapper(Address.class))
                    .isInstanceOf(UnmappedClassException.class)
                    .hasMessageContainingAll(Address.class.getName(), "[User]", "with(");
        }

        @Test
        void classWithoutId() {
            assertThatThrownBy(() -> Registry.of(NoId.class))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll(NoId.class.getName(), "no id", "@Id");
        }

        @Test
        void twoClassesOnOneTable() {
            assertThatThrownBy(() -> Registry.of(User.class, Users.class))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll(User.class.getName(), Users.class.getName(), "[users]");
        }

        @Test
        void tableThatTheMetadataHas() {
            MetaData metadata = new MetaData();
            Table.of(metadata, "users", t -> t.column("id", INTEGER));

            assertThatThrownBy(() -> Registry.of(metadata, User.class))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll(User.class.getName(), "[users]", "imperatively");
        }

        @Test
        void subclassOfAMappedClass() {
            assertThatThrownBy(() -> Registry.of(User.class, Manager.class))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll(
                            Manager.class.getName(), User.class.getName(), "inheritance is not supported yet");
        }

        @Test
        void abstractClass() {
            assertThatThrownBy(() -> Registry.of(Abstract.class))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll(Abstract.class.getName(), "abstract", "not supported yet");
        }

        @Test
        void refusedClassLeavesNoTableBehind() {
            assertThatThrownBy(() -> registry.with(Address.class, NoId.class)).isInstanceOf(MappingException.class);
            assertThatThrownBy(() -> registry.with(Address.class, Abstract.class))
                    .isInstanceOf(MappingException.class);

            assertThat(registry.metadata().find("Address")).isEmpty();
        }

        @Test
        void referenceToAMissingTable() {
            MetaData metadata = Registry.of(Address.class).metadata();

            assertThatThrownBy(metadata::sortedTables)
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContainingAll("[Address.user_id]", "[users.id]");
        }
    }

    @Mapped
    static final class Unenhanced {}

    @Mapped
    static final class NoId implements Instrumented {
        static {
            DeclaredMappings.register(
                    NoId.class,
                    () -> Mapping.declared(NoId.class, "").attribute("name", String.class, a -> {}),
                    new NoId());
        }
    }

    @Mapped(table = "users")
    static final class Users implements Instrumented {
        static {
            DeclaredMappings.register(
                    Users.class,
                    () -> Mapping.declared(Users.class, "users").attribute("id", Integer.class, a -> a.id()),
                    new Users());
        }
    }

    @Mapped
    static final class Manager extends User {
        static {
            DeclaredMappings.register(
                    Manager.class,
                    () -> Mapping.declared(Manager.class, "managers").extending(User.class),
                    new Manager());
        }
    }

    @Mapped
    abstract static class Abstract implements Instrumented {
        static {
            DeclaredMappings.register(
                    Abstract.class,
                    () -> Mapping.declared(Abstract.class, "").attribute("id", Integer.class, a -> a.id()),
                    null);
        }
    }
}
