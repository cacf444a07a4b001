package io.athanor.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.tests.database.Servers.Source;
import io.athanor.tests.database.Servers.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which of the ways to a server is taken; the environment names one, or Docker has one, or the class path. */
class ServerSearchTests {
    private static final ServerAddress HERE = new ServerAddress("localhost", 1, "u", "p", "d");
    private static final String POSTGRESQL = "ATHANOR_TEST_POSTGRESQL_URL";
    private static final String MARIADB = "ATHANOR_TEST_MARIADB_URL";

    private final List<String> tried = new ArrayList<>();

    private Source there(String name) {
        return () -> {
            tried.add(name);
            return HERE;
        };
    }

    private Source missing(String name) {
        return () -> {
            tried.add(name);
            throw new UnavailableException("no " + name + " here");
        };
    }

    private static ServerSearch search(Database database, Map<String, String> environment) {
        return new ServerSearch(database, environment);
    }

    @Test
    void serverOfTheEnvironmentComesBeforeAllOthers() {
        var outcome = search(Database.POSTGRESQL, Map.of(POSTGRESQL, "postgresql://ed:s%40cret@db.example/main"))
                .or("container", there("container"))
                .or("embedded", there("embedded"))
                .search();
        assertThat(outcome.address()).isEqualTo(new ServerAddress("db.example", 5432, "ed", "s@cret", "main"));
        assertThat(outcome.way()).isEqualTo(POSTGRESQL);
        assertThat(tried).isEmpty();
    }

    @Test
    void addressMayBeInTheFormOfJdbc() {
        var outcome = search(Database.MARIADB, Map.of(MARIADB, "jdbc:mariadb://db.example/main?user=ed&password=x"))
                .search();
        assertThat(outcome.address()).isEqualTo(new ServerAddress("db.example", 3306, "ed", "x", "main"));
    }

    @Test
    void serverOfAnotherDatabaseIsOfNoUse() {
        var outcome = search(Database.MARIADB, Map.of(POSTGRESQL, "postgresql://localhost/main"))
                .or("container", there("container"))
                .search();
        assertThat(outcome.way()).isEqualTo("container");
    }

    @Test
    void containerComesBeforeTheBinaries() {
        var outcome = search(Database.MARIADB, Map.of())
                .or("container", there("container"))
                .or("embedded", there("embedded"))
                .search();
        assertThat(outcome.way()).isEqualTo("container");
        assertThat(outcome.address()).isEqualTo(HERE);
        assertThat(tried).containsExactly("container");
    }

    @Test
    void binariesAreTakenWhereDockerDoesNotAnswer() {
        var outcome = search(Database.POSTGRESQL, Map.of())
                .or("container", missing("container"))
                .or("embedded", there("embedded"))
                .search();
        assertThat(outcome.way()).isEqualTo("embedded");
        assertThat(tried).containsExactly("container", "embedded");
    }

    @Test
    void withoutAnyTheReasonOfEachIsTold() {
        ServerSearch search = search(Database.POSTGRESQL, Map.of())
                .or("container", missing("container"))
                .or("embedded", missing("embedded"));
        var outcome = search.search();
        assertThat(outcome.address()).isNull();
        assertThat(outcome.reasonOfAbsence()).isEqualTo("container: no container here; embedded: no embedded here");
        assertThatCode(() -> search.insist(outcome)).doesNotThrowAnyException();
    }

    @Test
    void buildServerWithoutAnyFails() {
        ServerSearch search = search(Database.POSTGRESQL, Map.of("CI", "true")).or("container", missing("container"));
        var outcome = search.search();
        assertThatThrownBy(() -> search.insist(outcome))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("CI=true, but there is no POSTGRESQL: container: no container here");
        ServerSearch lucky = search(Database.POSTGRESQL, Map.of("CI", "true")).or("container", there("container"));
        assertThatCode(() -> lucky.insist(lucky.search())).doesNotThrowAnyException();
    }
}
