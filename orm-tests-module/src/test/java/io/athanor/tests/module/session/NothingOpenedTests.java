package io.athanor.tests.module.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Engine;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.tests.module.entity.Ship;
import io.athanor.tests.module.entity.Ship_;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities are stored, loaded, changed and restored though their package is opened to nobody. */
class NothingOpenedTests {
    @Test
    void thePackageOfTheEntitiesIsNotOpened() {
        Module module = Ship.class.getModule();
        assertThat(module.isNamed()).isTrue();
        assertThat(module.isOpen(Ship.class.getPackageName(), Session.class.getModule()))
                .isFalse();
        assertThat(module.isExported(Ship.class.getPackageName(), Session.class.getModule()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite:///:memory:", "jdbc:h2:mem:opened"})
    void aSessionNeedsNoOpens(String url) {
        try (Engine engine = Engine.create(url)) {
            Registry registry = Registry.of(Ship.class);
            registry.metadata().createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);
            try (Session session = sessions.open()) {
                Ship argo = new Ship("Argo", 30);
                session.add(argo);
                session.commit();
                assertThat(argo.getId()).isEqualTo(1L);
                argo.setName("Argo II");
                argo.setDraught(1.5);
                session.rollback();
                assertThat(argo.getName()).isEqualTo("Argo");
                assertThat(argo.getDraught()).isNull();
            }
            try (Session session = sessions.open()) {
                Ship argo = session.query(Ship.class).filterBy(Ship_.tons, 30).one();
                assertThat(argo.getName()).isEqualTo("Argo");
                session.delete(argo);
                session.commit();
                assertThat(session.query(Ship.class).count()).isZero();
            }
        }
    }
}
