package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.NextValue;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.tree.BareColumn;
import io.athanor.sql.tree.CaseExpression;
import io.athanor.sql.tree.Collation;
import io.athanor.sql.tree.CustomExpression;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Extraction;
import io.athanor.sql.tree.FrameBound;
import io.athanor.sql.tree.FunctionModifiers;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.Not;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.StandardFunction;
import io.athanor.sql.tree.Text;
import io.athanor.sql.tree.Truth;
import io.athanor.sql.tree.TypeCoercion;
import io.athanor.sql.tree.Window;
import io.athanor.sql.tree.WindowFrame;
import io.athanor.sql.tree.WindowFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes functions, windows, CASE and the like. What belongs to statements, FROM and names is left to the layers above. */
abstract class ExpressionCompiler extends OperatorCompiler {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

    /** Functions that standard SQL writes without parentheses. */
    private static final Map<String, String> WORDS = Map.of(
            "current_timestamp", "CURRENT_TIMESTAMP",
            "current_date", "CURRENT_DATE",
            "current_time", "CURRENT_TIME",
            "localtime", "LOCALTIME",
            "localtimestamp", "LOCALTIMESTAMP",
            "current_user", "CURRENT_USER",
            "session_user", "SESSION_USER",
            "user", "USER",
            "sysdate", "sysdate");

    private static final Map<String, String> NAMES =
            Map.of("cube", "CUBE", "rollup", "ROLLUP", "grouping_sets", "GROUPING SETS");

    ExpressionCompiler(CompilerSettings settings, StatementText out) {
        super(settings, out);
    }

    /** Write what ORDER BY holds. */
    abstract void ordering(Orderable order);

    final void orderings(List<Orderable> order) {
        String before = "";
        for (Orderable each : order) {
            out.append(before);
            ordering(each);
            before = ", ";
        }
    }

    @Override
    public void visitFunction(StandardFunction<?> node) {
        String word = node.arguments().isEmpty() ? functionWord(node.name().toLowerCase(Locale.ROOT)) : null;
        if (word == null) {
            call(node);
        } else {
            out.append(word);
        }
        modifiers(node.modifiers());
    }

    /**
     * Return what a function without arguments is written as.
     *
     * @param name its name in lower case
     * @return the SQL, or {@code null} for the name and empty parentheses
     */
    protected @Nullable String functionWord(String name) {
        return WORDS.get(name);
    }

    /**
     * Return the name that a function has on this database.
     *
     * @param name its name in lower case
     * @return the name, or {@code null} if it is the same
     */
    protected @Nullable String functionName(String name) {
        return NAMES.getOrDefault(name, WORDS.get(name));
    }

    /**
     * Write a call with its arguments.
     *
     * @param node the call
     */
    protected void call(StandardFunction<?> node) {
        FunctionModifiers modifiers = node.modifiers();
        out.append(nameOf(node.name())).append(modifiers.isDistinct() ? "(DISTINCT " : "(");
        list(node.arguments(), ", ");
        if (!modifiers.orderings().isEmpty()) {
            out.append(" ORDER BY ");
            orderings(modifiers.orderings());
        }
        out.append(")");
    }

    private String nameOf(String name) {
        String own = functionName(name.toLowerCase(Locale.ROOT));
        if (own != null) {
            return own;
        }
        List<String> parts = new ArrayList<>();
        for (String part : name.split("\\.", -1)) {
            boolean isPlain = PLAIN_NAME.matcher(part).matches();
            parts.add(isPlain ? part : settings.quoter().quoted(part));
        }
        return String.join(".", parts);
    }

    private void modifiers(FunctionModifiers modifiers) {
        if (!modifiers.group().isEmpty()) {
            out.append(" WITHIN GROUP (ORDER BY ");
            orderings(modifiers.group());
            out.append(")");
        }
        if (!modifiers.filters().isEmpty()) {
            out.append(" FILTER (WHERE ");
            condition(Logical.and(modifiers.filters()), null);
            out.append(")");
        }
    }

    @Override
    public void visitWindowFunction(WindowFunction<?> node) {
        write(node.call());
        out.append(" OVER ");
        if (node.window().name() == null) {
            definition(node.window());
        } else {
            out.append(settings.quoter().identifier(node.window().name()));
        }
    }

    /** Write what a window says, in parentheses. */
    final void definition(Window window) {
        out.append("(");
        write(window);
        out.append(")");
    }

    @Override
    public void visitWindow(Window node) {
        String before = "";
        Window base = node.base();
        if (base != null) {
            out.append(settings.quoter().identifier(Objects.requireNonNull(base.name())));
            before = " ";
        }
        if (!node.partition().isEmpty()) {
            out.append(before).append("PARTITION BY ");
            list(node.partition(), ", ");
            before = " ";
        }
        if (!node.order().isEmpty()) {
            out.append(before).append("ORDER BY ");
            orderings(node.order());
            before = " ";
        }
        if (node.frame() != null && (node.base() == null || node.base().frame() == null)) {
            out.append(before);
            frame(node.frame());
        }
    }

    private void frame(WindowFrame frame) {
        out.append(frame.unit().name()).append(" BETWEEN ");
        bound(frame.from());
        out.append(" AND ");
        bound(frame.to());
        if (frame.exclusion() != null) {
            out.append(" EXCLUDE ").append(frame.exclusion().keyword());
        }
    }

    private void bound(FrameBound bound) {
        if (bound.distance() != null) {
            write(bound.distance());
            out.append(" ");
        }
        out.append(bound.keyword());
    }

    @Override
    public void visitCase(CaseExpression<?> node) {
        out.append("CASE");
        if (node.subject() != null) {
            out.append(" ");
            write(node.subject());
        }
        for (int i = 0; i < node.conditions().size(); i++) {
            out.append(" WHEN ");
            branchPart(node.conditions().get(i));
            out.append(" THEN ");
            branchValue(node.values().get(i));
        }
        if (node.otherwise() != null) {
            out.append(" ELSE ");
            branchValue(Objects.requireNonNull(node.otherwise()));
        }
        out.append(" END");
    }

    /**
     * Write the value of a branch of CASE.
     *
     * @param value the value
     */
    protected void branchValue(Expression<?> value) {
        write(value);
    }

    /** Whatever has an operator is put in parentheses, as in SQLAlchemy. */
    private void branchPart(Expression<?> part) {
        boolean isTruth = part instanceof Not not && not.operand() instanceof Truth;
        grouped(part, part.operator() != null && !isTruth);
    }

    /**
     * Write EXTRACT.
     *
     * @param node what is taken out of what
     */
    @Override
    public void visitExtraction(Extraction node) {
        out.append("EXTRACT(")
                .append(node.part().name().toLowerCase(Locale.ROOT))
                .append(" FROM ");
        write(node.operand());
        out.append(")");
    }

    @Override
    public void visitTypeCoercion(TypeCoercion<?> node) {
        write(node.operand());
    }

    @Override
    public void visitCollation(Collation<?> node) {
        operand(node.operand(), Operator.COLLATE);
        out.append(" COLLATE ").append(settings.quoter().identifier(node.name()));
    }

    @Override
    public void visitBareColumn(BareColumn<?> node) {
        out.append(settings.quoter().identifier(node.name()));
    }

    @Override
    public void visitCustom(CustomExpression<?> node) {
        if (node instanceof NextValue<?> next) {
            nextValue(next.sequence());
            return;
        }
        throw new CompileException(
                "Class [%s] has no rule on dialect [%s]; give the engine CompileRules.NONE.with(%s.class, …)"
                        .formatted(
                                node.getClass().getName(),
                                settings.dialect(),
                                node.getClass().getSimpleName()));
    }

    /**
     * Write the next number of a sequence.
     *
     * @param sequence the sequence
     * @throws CompileException if the database has no sequences
     */
    protected void nextValue(Sequence sequence) {
        throw new CompileException("Dialect [%s] has no sequences, so [%s] has no next value; use identity() for a key"
                .formatted(settings.dialect(), sequence.name()));
    }

    /**
     * Return a sequence's name with that of its schema, quoted where needed.
     *
     * @param sequence the sequence
     * @return its SQL
     */
    protected final String sequenceName(Sequence sequence) {
        String name = settings.quoter().identifier(sequence.name());
        String schema = settings.rules().schema(sequence.schema());
        return schema == null ? name : settings.quoter().identifier(schema) + "." + name;
    }

    @Override
    public void visitText(Text node) {
        List<SqlNode> binds = node.children();
        for (int i = 0; i < binds.size(); i++) {
            out.append(node.pieces().get(i));
            write(binds.get(i));
        }
        out.append(node.pieces().get(binds.size()));
    }

    @Override
    public void visitUnresolved(SqlNode node, String description) {
        throw new CompileException(
                "%s is known to a Registry only and cannot be compiled without one; execute the statement through a Session"
                        .formatted(description));
    }
}
