package io.athanor.tests.error;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.MappingException;
import io.athanor.orm.mapping.Relationship;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Relationships that the registry refuses, since only the tables tell what is wrong. */
class RelationshipErrorsTests {
    @Mapped
    static class Lone {
        @Id
        private Integer id;

        @Relationship
        private Stranger stranger;

        Stranger stranger() {
            return stranger;
        }
    }

    @Mapped
    static class Stranger {
        @Id
        private Integer id;
    }

    @Mapped(table = "twice")
    static class Twice {
        @Id
        private Integer id;

        @Column(references = "Stranger.id")
        private Integer one;

        @Column(references = "Stranger.id")
        private Integer other;

        @Relationship
        private Stranger stranger;

        Stranger stranger() {
            return stranger;
        }
    }

    @Mapped(table = "many")
    static class Many {
        @Id
        private Integer id;

        @Column(references = "Stranger.id")
        private Integer one;

        @Relationship
        private List<Stranger> strangers;

        List<Stranger> strangers() {
            return strangers;
        }
    }

    @Test
    void missingForeignKeyIsNamed() {
        assertThatThrownBy(() -> Registry.of(Lone.class, Stranger.class))
                .isInstanceOf(MappingException.class)
                .hasMessage("Relationship [Lone.stranger] has no foreign key to [Stranger]; add one or set joinOn");
    }

    @Test
    void ambiguousForeignKeysAreNamed() {
        assertThatThrownBy(() -> Registry.of(Twice.class, Stranger.class))
                .isInstanceOf(MappingException.class)
                .hasMessage(
                        "Relationship [Twice.stranger] can follow each of the foreign keys [[twice.one], [twice.other]] between its table and [Stranger]; state foreignKey, or set joinOn");
    }

    @Test
    void collectionMustNotHoldTheKeyItself() {
        assertThatThrownBy(() -> Registry.of(Many.class, Stranger.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(
                        "[Many.strangers] holds a collection, but the foreign key is in its own table [many]");
    }
}
