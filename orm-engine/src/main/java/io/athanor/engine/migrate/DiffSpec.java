package io.athanor.engine.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * States what {@link SchemaDiff#between} compares. Alive only inside the function that it is handed to.
 *
 * @since 0.1.0
 */
public final class DiffSpec {
    private final Set<String> schemas = new TreeSet<>();
    private Predicate<String> ignored = name -> false;
    private boolean areOthersKept;

    DiffSpec() {}

    /**
     * Compare other schemas too, besides the connection's own and those that the declared tables lie in.
     *
     * @param names the schemas' names
     * @return this
     */
    public DiffSpec schemas(String... names) {
        schemas.addAll(List.of(names));
        return this;
    }

    /**
     * Keep tables and sequences that the database has and nobody has declared, instead of dropping them.
     *
     * @return this
     */
    public DiffSpec keepOthers() {
        areOthersKept = true;
        return this;
    }

    /**
     * Leave tables and sequences of the database out of the comparison, such as those of another application or of a
     * migration tool.
     *
     * @param test whether a name is left out
     * @return this
     */
    public DiffSpec ignore(Predicate<String> test) {
        ignored = ignored.or(test);
        return this;
    }

    boolean ignores(String name) {
        return ignored.test(name);
    }

    boolean keepsOthers() {
        return areOthersKept;
    }

    List<@Nullable String> schemasWith(Set<String> declared) {
        Set<String> all = new TreeSet<>(schemas);
        all.addAll(declared);
        List<@Nullable String> list = new ArrayList<>();
        list.add(null);
        list.addAll(all);
        return list;
    }
}
