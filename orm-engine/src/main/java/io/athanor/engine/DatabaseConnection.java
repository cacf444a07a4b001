package io.athanor.engine;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.IsolationLevel;
import io.athanor.engine.dialect.QueryRunner;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.ReflectSpec;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.RowShape;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.tree.Text;
import io.athanor.sql.tree.Update;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A connection: what the user asks for, in terms of what runs on the borrowed one. */
final class DatabaseConnection implements Connection {
    private final ConnectionCore core;
    private final ExecutionOptions options;
    private final StatementRunner runner;

    DatabaseConnection(ConnectionCore core, ExecutionOptions options) {
        this.core = core;
        this.options = options;
        this.runner = new StatementRunner(core, options);
    }

    @Override
    public <T> Result<T> execute(RowStatement<T> statement) {
        return execute(statement, Map.of());
    }

    @Override
    public <T> Result<T> execute(RowStatement<T> statement, Map<String, ?> binds) {
        Insert insert = InsertedRows.insertOf(statement);
        Result<T> inserted = insert == null ? null : new InsertedRows(core, runner).insert(insert, statement, binds);
        if (inserted != null) {
            return inserted;
        }
        Compilation compilation = core.context.compilations.compile(statement);
        RowCursor cursor = open(compilation.compiled(), compilation.bind(binds));
        RowShape<T> shape = statement.shapeOfRows();
        RowLayout layout = RowLayout.of(cursor.names(), shape);
        return new SourcedResult<>(cursor, row -> read(shape, ResultRow.of(layout, row)), false);
    }

    private static <T> T read(RowShape<T> shape, Row row) {
        return shape.read().apply(row);
    }

    @Override
    public long execute(Insert statement) {
        return new InsertedRows(core, runner).insert(statement);
    }

    @Override
    public long execute(Update statement) {
        return change(statement);
    }

    @Override
    public long execute(Delete statement) {
        return change(statement);
    }

    @Override
    public long run(Text statement) {
        Compilation compilation = core.context.compilations.compile(statement);
        return runner.runAny(compilation.bind(Map.of()));
    }

    private long change(Statement statement) {
        return update(core.context.compilations.compile(statement).bind(Map.of()));
    }

    @Override
    public Transaction begin() {
        return core.transaction.begin();
    }

    @Override
    public Transaction beginNested() {
        return core.transaction.beginNested();
    }

    @Override
    public void commit() {
        core.transaction.commit();
    }

    @Override
    public void rollback() {
        core.transaction.rollback();
    }

    @Override
    public boolean isInTransaction() {
        return core.transaction.isActive();
    }

    @Override
    public TwoPhaseTransaction beginTwoPhase(String id) {
        return core.transaction.beginTwoPhase(id);
    }

    @Override
    public List<String> preparedTransactions() {
        return core.transaction.prepared();
    }

    @Override
    public void commitPrepared(String id) {
        core.transaction.commitPrepared(id);
    }

    @Override
    public void rollbackPrepared(String id) {
        core.transaction.rollbackPrepared(id);
    }

    @Override
    public String transactionToken() {
        return core.transaction.token();
    }

    @Override
    public IsolationLevel isolationLevel() {
        return core.isolationLevel();
    }

    @Override
    public Connection executionOptions(Consumer<? super ExecutionOptions> change) {
        ExecutionOptions changed = core.settings.withCurrent(options.copy());
        change.accept(changed);
        core.change(changed);
        return new DatabaseConnection(core, changed);
    }

    @Override
    public void cancel() {
        core.cancel();
    }

    @Override
    public java.sql.Connection jdbc() {
        java.sql.Connection connection = core.jdbc();
        core.settings.lentRaw();
        return connection;
    }

    @Override
    public void invalidate() {
        core.invalidate();
    }

    @Override
    public RowCursor open(CompiledStatement compiled, BoundStatement bound) {
        return runner.open(bound);
    }

    @Override
    public long update(BoundStatement bound) {
        return runner.update(bound);
    }

    @Override
    public long[] updateBatch(CompiledStatement compiled, List<BoundStatement> rows) {
        return runner.updateBatch(rows);
    }

    @Override
    public List<@Nullable Object[]> insert(RowInsert insert, List<BoundStatement> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        if (insert.keys().isEmpty()) {
            runner.updateBatch(rows);
            return List.of();
        }
        return core.context.dialect().insertMany().insert(new KeyedInserts(core, runner, insert), rows);
    }

    @Override
    public boolean hasTable(String name) {
        Dialect dialect = core.context.dialect();
        return dialect.schema().hasTable(runner, null, name);
    }

    @Override
    public void createAll(MetaData metadata) {
        creation().createAll(metadata);
    }

    @Override
    public void dropAll(MetaData metadata) {
        creation().dropAll(metadata);
    }

    private SchemaCreation creation() {
        return new SchemaCreation(core.context.dialect().schema(), runner, core.context.compilations.ddl(), this);
    }

    @Override
    public void ddl(Function<? super DdlCompiler, String> statement) {
        runner.runDdl(statement.apply(core.context.compilations.ddl()));
    }

    @Override
    public Dialect dialect() {
        return core.context.dialect();
    }

    @Override
    public QueryRunner queries() {
        return runner;
    }

    @Override
    public DdlCompiler ddl() {
        return core.context.compilations.ddl();
    }

    @Override
    public void define(String sql) {
        runner.runDdl(sql);
    }

    @Override
    public void reflect(MetaData metadata, ReflectSpec spec) {
        new SchemaReflection(core.context.dialect(), runner, metadata, spec).run();
    }

    @Override
    public boolean isClosed() {
        return core.isClosed();
    }

    @Override
    public void close() {
        core.close();
    }
}
