/** Mapping, session, unit of work and loading, built on the expression language below. */
module io.athanor.orm {
    requires transitive io.athanor.engine;
    requires static org.jspecify;

    exports io.athanor.orm;
    exports io.athanor.orm.instrument;
    exports io.athanor.orm.mapping;
    exports io.athanor.orm.mapper;
    exports io.athanor.orm.state;
    exports io.athanor.orm.query;
    exports io.athanor.orm.session;

    uses io.athanor.orm.instrument.TrackerSource;

    provides io.athanor.orm.instrument.TrackerSource with
            io.athanor.orm.identity.InstanceTracking;
}
