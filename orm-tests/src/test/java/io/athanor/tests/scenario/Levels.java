package io.athanor.tests.scenario;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;

/** Three tables below each other, deleted together. */
final class Levels {
    private Levels() {}

    /** Has centres. */
    @Mapped(table = "a")
    static class Upper {
        @Id
        private Integer id;

        @Relationship(cascade = Cascade.ALL, orderBy = "id")
        private List<Centre> bs = new ArrayList<>();

        Upper(Centre... centres) {
            bs.addAll(List.of(centres));
        }

        List<Centre> bs() {
            return bs;
        }
    }

    /** Has lowers. */
    @Mapped(table = "b")
    static class Centre {
        @Id
        private Integer id;

        @Column(name = "a_id", references = "a.id")
        private Integer aId;

        @Relationship(cascade = Cascade.ALL, orderBy = "id")
        private List<Lower> cs = new ArrayList<>();

        Centre(Lower... lowers) {
            cs.addAll(List.of(lowers));
        }

        List<Lower> cs() {
            return cs;
        }
    }

    /** The last. */
    @Mapped(table = "c")
    static class Lower {
        @Id
        private Integer id;

        @Column(name = "b_id", references = "b.id")
        private Integer bId;

        Lower() {}
    }
}
