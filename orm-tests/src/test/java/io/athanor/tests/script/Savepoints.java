package io.athanor.tests.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Transaction;

/** Steps within savepoints. */
final class Savepoints {
    private Savepoints() {}

    static Step begin() {
        return new Step(
                "savepoints.push(session.beginNested());",
                model -> model.savepoints() < 3,
                Model::beginNested,
                world -> world.savepoints.push(world.session.beginNested()));
    }

    static Step commit() {
        return new Step(
                "savepoints.pop().commit();",
                model -> model.savepoints() > 0,
                Model::commitNested,
                world -> world.savepoints.pop().commit());
    }

    /**
     * As in SQLAlchemy only what was changed within is loaded anew; a collection that was loaded within, of an object that was
     * not changed, shows what was there then. So all is expired afterwards.
     */
    static Step rollback() {
        return new Step(
                        "savepoints.pop().rollback(); session.expireAll();",
                        model -> model.savepoints() > 0,
                        Model::rollbackNested,
                        world -> {
                            Transaction savepoint = world.savepoints.pop();
                            savepoint.rollback();
                            assertThat(savepoint.isActive()).isFalse();
                            world.session.expireAll();
                        })
                .ending(Step.End.SAVEPOINT);
    }
}
