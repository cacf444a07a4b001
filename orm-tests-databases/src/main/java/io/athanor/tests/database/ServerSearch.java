package io.athanor.tests.database;

import io.athanor.tests.database.Servers.Source;
import io.athanor.tests.database.Servers.UnavailableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ways to a server in their order: the one that the environment names, and no other if it names one; else a container; else
 * the binaries on the class path.
 */
final class ServerSearch {
    private final Database database;
    private final Map<String, String> environment;
    private final Map<String, Source> ways = new LinkedHashMap<>();

    ServerSearch(Database database, Map<String, String> environment) {
        this.database = database;
        this.environment = environment;
    }

    /** Add a way, to be tried after those before it. */
    ServerSearch or(String name, Source way) {
        ways.put(name, way);
        return this;
    }

    /**
     * What a search has come to.
     *
     * @param address where the server is, or {@code null} if there is none
     * @param way what led there, or an empty text
     * @param reasons why the ways before it did not
     */
    record Outcome(@Nullable ServerAddress address, String way, List<String> reasons) {
        /** Why there is no server. */
        String reasonOfAbsence() {
            return String.join("; ", reasons);
        }
    }

    String variable() {
        return "ATHANOR_TEST_" + database + "_URL";
    }

    Outcome search() {
        String named = environment.get(variable());
        if (named != null) {
            return new Outcome(ServerAddress.of(named, database.defaultPort()), variable(), List.of());
        }
        List<String> reasons = new ArrayList<>();
        for (Map.Entry<String, Source> way : ways.entrySet()) {
            try {
                return new Outcome(way.getValue().find(), way.getKey(), reasons);
            } catch (UnavailableException none) {
                reasons.add(way.getKey() + ": " + none.getMessage());
            }
        }
        return new Outcome(null, "", reasons);
    }

    /** Refuse to go on without a server on a machine whose environment says that it builds for all. */
    void insist(Outcome outcome) {
        if (outcome.address() == null && Boolean.parseBoolean(environment.get("CI"))) {
            throw new IllegalStateException(
                    "CI=true, but there is no %s: %s".formatted(database, outcome.reasonOfAbsence()));
        }
    }
}
