package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.type.SqlTypes;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Compiles one statement into SQL. A dialect subclasses it and overrides only what differs; a rule of {@link CompileRules}
 * writes to it. One instance compiles one statement and is not thread-safe.
 *
 * @since 0.1.0
 */
public class SqlCompiler extends ChangeCompiler {
    private @Nullable BiConsumer<SqlNode, SqlCompiler> running;

    /**
     * Create a compiler.
     *
     * @param settings what it knows of its dialect and engine
     */
    public SqlCompiler(CompilerSettings settings) {
        super(settings, new StatementText());
    }

    /**
     * Compile a statement.
     *
     * @param statement the statement
     * @param key its structure, or that of the tree that it was resolved from
     * @return what can be executed with the values of any tree of this structure
     * @throws CompileException if the dialect cannot say it
     */
    public final CompiledStatement compileStatement(Statement statement, StructureKey key) {
        return compileNode(statement, key);
    }

    /**
     * Compile a statement or a part of one, such as an expression, to be read rather than executed.
     *
     * @param statement the node
     * @param key its structure
     * @return its text with the order of its values
     * @throws CompileException if the dialect cannot say it
     */
    public final CompiledStatement compileNode(SqlNode statement, StructureKey key) {
        out.expect(key);
        writeWhole(statement);
        List<ResultColumn> columns = columnsOf(statement);
        boolean returnsRows = statement instanceof RowStatement<?> || !columns.isEmpty();
        return new CompiledStatement(out, columns, returnsRows, hasNamedPlaces());
    }

    /** A statement that changes rows has its WITH in front, whatever uses it inside. */
    private void writeWhole(SqlNode statement) {
        write(statement);
        if (isChange(statement)) {
            writeCtes(0, level -> true);
        }
    }

    /**
     * Write a statement or a part of one with its values as literals: for DDL, which takes no bound values, and for
     * reading. <strong>Never run it</strong> with values that are not the application's own.
     *
     * @param node the node
     * @return its SQL
     * @throws CompileException if a value has no literal form
     */
    public final String compileLiteral(SqlNode node) {
        StructureKey.of(node);
        isInline = true;
        writeWhole(node);
        return out.toString();
    }

    /**
     * Write an expression within the definition of a table: values are literals, and columns are named without their table.
     *
     * @param node an expression over columns of the one table, of the application's own making
     * @return its SQL
     * @throws CompileException if a value has no literal form
     */
    public final String compileDefinition(SqlNode node) {
        isTableOmitted = true;
        return compileLiteral(node);
    }

    /**
     * Write SQL text.
     *
     * @param sql the text, rendered as it is
     * @return this
     */
    public final SqlCompiler append(String sql) {
        out.append(sql);
        return this;
    }

    /**
     * Write an identifier, quoted where needed.
     *
     * @param name the name
     * @return this
     */
    public final SqlCompiler identifier(String name) {
        out.append(settings.quoter().identifier(name));
        return this;
    }

    /**
     * Write a bound value.
     *
     * @param value the value, of a class that has a type by itself
     * @return this
     * @throws CompileException if no type holds values of its class
     */
    public final SqlCompiler bind(Object value) {
        write(bindOf(value, value.getClass()));
        return this;
    }

    private static <T> Bind<T> bindOf(Object value, Class<T> type) {
        var known = SqlTypes.find(type);
        if (known == null) {
            throw new CompileException(
                    "A rule binds a value of class [%s], which no SqlType holds; convert it".formatted(type.getName()));
        }
        return new Bind<>("param", type.cast(value), known);
    }

    /**
     * Write a node, by the rule for it if there is one.
     *
     * @param node the node
     * @return this
     */
    public final SqlCompiler compile(SqlNode node) {
        return by(settings.rules().find(settings.dialect(), node), node);
    }

    private SqlCompiler by(@Nullable BiConsumer<SqlNode, SqlCompiler> rule, SqlNode node) {
        if (rule == null) {
            node.accept(this);
        } else {
            BiConsumer<SqlNode, SqlCompiler> around = running;
            running = rule;
            rule.accept(node, this);
            running = around;
        }
        return this;
    }

    /**
     * Write a node as if the rule that is at work were not there; for rules that add to what is there. A rule of one dialect so
     * hands the node on to the rule for all dialects, if there is one.
     *
     * @param node the node
     * @return this
     */
    public final SqlCompiler compileDefault(SqlNode node) {
        return by(settings.rules().behind(running, settings.dialect(), node), node);
    }

    @Override
    final void write(SqlNode node) {
        compile(node);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
