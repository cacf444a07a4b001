package io.athanor.sql.compile;

import io.athanor.sql.tree.SqlNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How a user renders nodes, by class and perhaps by dialect; SQLAlchemy's {@code @compiles}, but per engine. A rule of the
 * dialect counts before one for all, that of the nearest superclass before others. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class CompileRules {
    /** No rules. */
    public static final CompileRules NONE = new CompileRules(Map.of(), Map.of());

    private final Map<Target, BiConsumer<SqlNode, SqlCompiler>> rules;
    private final Map<String, String> schemas;

    private record Target(String dialect, Class<?> node) {}

    private CompileRules(Map<Target, BiConsumer<SqlNode, SqlCompiler>> rules, Map<String, String> schemas) {
        this.rules = rules;
        this.schemas = schemas;
    }

    /**
     * Add a rule for all dialects.
     *
     * @param node the class of nodes
     * @param rule writes a node to the compiler
     * @param <N> the class of nodes
     * @return new rules
     */
    public <N extends SqlNode> CompileRules with(Class<N> node, BiConsumer<? super N, SqlCompiler> rule) {
        return with("", node, rule);
    }

    /**
     * Add a rule for one dialect.
     *
     * @param dialect the dialect's name
     * @param node the class of nodes
     * @param rule writes a node to the compiler
     * @param <N> the class of nodes
     * @return new rules
     */
    public <N extends SqlNode> CompileRules with(
            String dialect, Class<N> node, BiConsumer<? super N, SqlCompiler> rule) {
        Map<Target, BiConsumer<SqlNode, SqlCompiler>> more = new HashMap<>(rules);
        more.put(new Target(dialect, node), (found, out) -> rule.accept(node.cast(found), out));
        return new CompileRules(more, schemas);
    }

    /**
     * Write another schema wherever a table, an index or a sequence is of one; SQLAlchemy's {@code schema_translate_map}. So one
     * metadata serves many schemas, such as one for each tenant, by an engine for each.
     *
     * @param stated the schema as metadata states it; {@code ""} for what states none
     * @param actual the schema as the database has it, quoted where it must be
     * @return new rules
     */
    public CompileRules withSchema(String stated, String actual) {
        Map<String, String> more = new HashMap<>(schemas);
        more.put(stated, actual);
        return new CompileRules(rules, Map.copyOf(more));
    }

    /**
     * Return the schema to be written for a stated one.
     *
     * @param stated the schema as metadata states it, or {@code null} if it states none
     * @return the schema as the database has it, or {@code null} for none
     */
    public @Nullable String schema(@Nullable String stated) {
        return schemas.isEmpty() ? stated : schemas.getOrDefault(stated == null ? "" : stated, stated);
    }

    /**
     * Return whether a rule writes a node.
     *
     * @param dialect the name of the dialect
     * @param node the node
     * @return whether there is a rule for its class, for this dialect or for all
     */
    public boolean has(String dialect, SqlNode node) {
        return find(dialect, node) != null;
    }

    @Nullable BiConsumer<SqlNode, SqlCompiler> find(String dialect, SqlNode node) {
        if (rules.isEmpty()) {
            return null;
        }
        BiConsumer<SqlNode, SqlCompiler> special = find(dialect, node.getClass());
        return special != null ? special : find("", node.getClass());
    }

    /** The rule that a rule hands a node on to: one for all dialects, if it is the dialect's own. */
    @Nullable BiConsumer<SqlNode, SqlCompiler> behind(
            @Nullable BiConsumer<SqlNode, SqlCompiler> rule, String dialect, SqlNode node) {
        boolean isSpecial = rule != null && rule == find(dialect, node.getClass());
        return isSpecial ? find("", node.getClass()) : null;
    }

    private @Nullable BiConsumer<SqlNode, SqlCompiler> find(String dialect, Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            BiConsumer<SqlNode, SqlCompiler> rule = rules.get(new Target(dialect, each));
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }
}
