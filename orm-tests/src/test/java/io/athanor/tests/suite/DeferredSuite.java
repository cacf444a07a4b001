package io.athanor.tests.suite;

import static io.athanor.orm.Orm.defer;
import static io.athanor.orm.Orm.deferAll;
import static io.athanor.orm.Orm.inspect;
import static io.athanor.orm.Orm.loadOnly;
import static io.athanor.orm.Orm.populateExisting;
import static io.athanor.orm.Orm.selectinLoad;
import static io.athanor.orm.Orm.undefer;
import static io.athanor.orm.Orm.undeferAll;
import static io.athanor.orm.Orm.undeferGroup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.orm.mapper.LoadOption;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.DetachedInstanceException;
import io.athanor.orm.state.RaisedLoadException;
import io.athanor.sql.error.ArgumentException;
import io.athanor.tests.archive.File;
import io.athanor.tests.archive.File_;
import io.athanor.tests.archive.Label;
import io.athanor.tests.archive.Note;
import io.athanor.tests.archive.Shelf;
import io.athanor.tests.archive.Shelf_;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Columns that are not loaded along with their instance. */
public abstract class DeferredSuite extends DatabaseSuite {
    private SessionFactory sessions;

    protected DeferredSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(Shelf.class, File.class, Note.class, Label.class);
        Shelf shelf = new Shelf("s");
        File file = new File("f");
        file.setShelf(shelf);
        store(sessions, shelf, file);
    }

    private void assertUnloaded(LoadOption<?> option, String... names) {
        try (Session session = sessions.open()) {
            File file = session.query(File.class).options(option).one();
            assertThat(inspect(file).unloaded())
                    .filteredOn(name -> !name.equals("shelf"))
                    .containsExactlyInAnyOrder(names);
        }
    }

    @Test
    void whatIsSaidByNameOutweighsGroupsAndGroupsOutweighAll() {
        assertUnloaded(undefer(File_.body), "front", "back", "secret");
        assertUnloaded(undeferGroup(File.class, "scan"), "body", "secret");
        assertUnloaded(undeferAll(File.class));
        assertUnloaded(undeferAll(File.class).defer(File_.title), "title");
        assertUnloaded(deferAll(File.class), "title", "body", "front", "back", "secret", "shelfId");
        assertUnloaded(deferAll(File.class).undeferGroup("scan").undefer(File_.title), "body", "secret", "shelfId");
        assertUnloaded(loadOnly(File_.title, File_.body), "front", "back", "secret", "shelfId");
        assertUnloaded(loadOnly(File_.title).undefer(File_.front), "body", "back", "secret", "shelfId");
        assertUnloaded(defer(File_.title).undeferGroup("scan"), "title", "body", "secret");
    }

    @Test
    void groupIsLoadedTogetherAndTheOthersAlone() {
        try (Session session = sessions.open()) {
            File file = session.getOne(File.class, 1);
            recording.clear();
            assertThat(file.getFront()).isEqualTo("front of f");
            assertThat(file.getBack()).isEqualTo("back of f");
            assertThat(recording.sql("SELECT")).hasSize(1);
            assertThat(file.getBody()).isEqualTo("body of f");
            assertThat(file.getBody()).isEqualTo("body of f");
            assertThat(recording.sql("SELECT")).hasSize(2);
            assertThat(session.dirty()).isEmpty();
        }
    }

    @Test
    void refusedColumnNamesItselfAndItsRemedy() {
        try (Session session = sessions.open()) {
            File file = session.getOne(File.class, 1);
            assertThatThrownBy(() -> file.getSecret())
                    .isInstanceOf(RaisedLoadException.class)
                    .hasMessageContaining("File.secret")
                    .hasMessageContaining("DeferredSuite.java")
                    .hasMessageContaining("undefer(File_.secret)");
            session.query(File.class).options(undefer(File_.secret)).one();
            assertThat(file.getSecret()).isEqualTo("secret of f");
        }
    }

    @Test
    void optionCanRefuseWhatTheMappingLoads() {
        try (Session session = sessions.open()) {
            File file = session.query(File.class)
                    .options(defer(File_.title).raising())
                    .one();
            assertThatThrownBy(file::getTitle).isInstanceOf(RaisedLoadException.class);
            assertThat(file.getBody()).isEqualTo("body of f");
        }
        try (Session session = sessions.open()) {
            File file = session.query(File.class)
                    .options(loadOnly(File_.title).raising())
                    .one();
            assertThat(file.getTitle()).isEqualTo("f");
            assertThatThrownBy(file::getBody).isInstanceOf(RaisedLoadException.class);
        }
        assertThatThrownBy(() -> undefer(File_.title).raising()).isInstanceOf(ArgumentException.class);
    }

    @Test
    void deferredStaysDeferredWhenItIsExpiredOrRefreshed() {
        try (Session session = sessions.open()) {
            File file = session.getOne(File.class, 1);
            file.getBody();
            session.refresh(file);
            assertThat(inspect(file).unloaded()).contains("body").doesNotContain("title");
            file.getBody();
            session.expire(file);
            recording.clear();
            file.getTitle();
            assertThat(inspect(file).unloaded()).contains("body", "front", "back", "secret");
            assertThat(recording.sql("SELECT")).hasSize(1);
            session.refresh(file, File_.body);
            assertThat(inspect(file).unloaded()).doesNotContain("body");
            session.commit();
            assertThat(file.getBody()).isEqualTo("body of f");
        }
    }

    @Test
    void unloadedColumnIsWrittenWithoutBeingLoaded() {
        try (Session session = sessions.open()) {
            File file = session.getOne(File.class, 1);
            recording.clear();
            file.setBody("changed");
            session.flush();
            assertThat(recording.sql("SELECT")).isEmpty();
            assertThat(recording.sql("UPDATE")).hasSize(1);
            session.query(File.class).options(undefer(File_.body)).one();
            assertThat(file.getBody()).isEqualTo("changed");
            file.setBody("again");
            session.rollback();
            assertThat(file.getBody()).isEqualTo("body of f");
        }
    }

    @Test
    void changedColumnIsOverwrittenOnlyWhenPopulatedAnew() {
        try (Session session = sessions.open()) {
            session.noAutoflush(quiet -> {
                File file = quiet.getOne(File.class, 1);
                file.setBody("pending");
                file.setTitle("pending");
                quiet.query(File.class).options(undefer(File_.body)).one();
                assertThat(file.getBody()).isEqualTo("pending");
                quiet.query(File.class)
                        .options(undefer(File_.body), populateExisting())
                        .one();
                assertThat(file.getBody()).isEqualTo("body of f");
                assertThat(file.getTitle()).isEqualTo("f");
                assertThat(quiet.dirty()).isEmpty();
            });
        }
    }

    @Test
    void columnsOfRelatedObjectsAreChosenByPath() {
        try (Session session = sessions.open()) {
            Shelf shelf = session.query(Shelf.class)
                    .options(selectinLoad(Shelf_.files).undeferGroup("scan").defer(File_.title))
                    .one();
            assertThat(inspect(shelf.getFiles().pop()).unloaded())
                    .contains("title", "body", "secret")
                    .doesNotContain("front", "back");
        }
    }

    @Test
    void deferredColumnOfADetachedInstanceNamesItself() {
        File file;
        try (Session session = sessions.open()) {
            file = session.getOne(File.class, 1);
        }
        assertThatThrownBy(file::getBody)
                .isInstanceOf(DetachedInstanceException.class)
                .hasMessageContaining("File.body");
        try (Session session = sessions.open()) {
            session.add(file);
            assertThat(file.getBody()).isEqualTo("body of f");
        }
    }

    @Test
    void mergedInstanceLoadsNothingThatTheGivenOneLacks() {
        File given;
        try (Session session = sessions.open()) {
            given = session.getOne(File.class, 1);
        }
        given.setTitle("merged");
        try (Session session = sessions.open()) {
            File merged = session.merge(given);
            assertThat(inspect(merged).unloaded()).contains("body", "front", "secret");
            session.commit();
        }
        assertThat(value("SELECT title FROM file")).isEqualTo("merged");
        assertThat(value("SELECT body FROM file")).isEqualTo("body of f");
    }
}
