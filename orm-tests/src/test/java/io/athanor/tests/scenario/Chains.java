package io.athanor.tests.scenario;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;

/** A chain of four tables. */
final class Chains {
    private Chains() {}

    /** Has middles. */
    @Mapped(table = "a")
    static class Top {
        @Id
        private Integer id;

        @Relationship(orderBy = "id")
        private List<Middle> bs = new ArrayList<>();

        Top() {}

        Integer id() {
            return id;
        }

        void id(Integer id) {
            this.id = id;
        }

        List<Middle> bs() {
            return bs;
        }

        void bs(List<Middle> bs) {
            this.bs = bs;
        }
    }

    /** Has leaves and a side. */
    @Mapped(table = "b")
    static class Middle {
        @Id
        private Integer id;

        @Column(name = "a_id", references = "a.id")
        private Integer aId;

        @Column(name = "d_id", references = "d.id")
        private Integer dId;

        @Relationship(orderBy = "id")
        private List<Leaf> cs = new ArrayList<>();

        @Relationship
        private Side d;

        Middle() {}

        Integer id() {
            return id;
        }

        void id(Integer id) {
            this.id = id;
        }

        Integer aId() {
            return aId;
        }

        void aId(Integer aId) {
            this.aId = aId;
        }

        Integer dId() {
            return dId;
        }

        void dId(Integer dId) {
            this.dId = dId;
        }

        List<Leaf> cs() {
            return cs;
        }

        void cs(List<Leaf> cs) {
            this.cs = cs;
        }

        Side d() {
            return d;
        }

        void d(Side d) {
            this.d = d;
        }
    }

    /** The last. */
    @Mapped(table = "c")
    static class Leaf {
        @Id
        private Integer id;

        @Column(name = "b_id", references = "b.id")
        private Integer bId;

        Leaf() {}

        Integer id() {
            return id;
        }

        void id(Integer id) {
            this.id = id;
        }

        Integer bId() {
            return bId;
        }

        void bId(Integer bId) {
            this.bId = bId;
        }
    }

    /** Beside the middle. */
    @Mapped(table = "d")
    static class Side {
        @Id
        private Integer id;

        Side() {}

        Integer id() {
            return id;
        }

        void id(Integer id) {
            this.id = id;
        }
    }
}
