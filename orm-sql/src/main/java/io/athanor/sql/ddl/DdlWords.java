package io.athanor.sql.ddl;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.SqlNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names, literals and expressions within DDL. */
abstract class DdlWords {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");
    private static final int HASH_LENGTH = 4;

    final CompilerSettings settings;
    private final Supplier<? extends SqlCompiler> expressions;

    DdlWords(CompilerSettings settings, Supplier<? extends SqlCompiler> expressions) {
        this.settings = settings;
        this.expressions = expressions;
    }

    /**
     * Return what the compiler knows of its dialect.
     *
     * @return the settings
     */
    protected final CompilerSettings settings() {
        return settings;
    }

    /**
     * Return the dialect's name, by which options are found.
     *
     * @return the name
     */
    protected final String dialect() {
        return settings.dialect();
    }

    /**
     * Write an identifier, quoted where needed.
     *
     * @param name the name
     * @return its SQL
     */
    protected final String identifier(String name) {
        settings.quoter().requireLength(name, maxIdentifierLength());
        return settings.quoter().identifier(name);
    }

    private String quoted(String name) {
        settings.quoter().requireLength(name, maxIdentifierLength());
        return settings.quoter().quoted(name);
    }

    /**
     * Write a name with that of its schema.
     *
     * @param schema the schema's name, or {@code null} for none
     * @param name the name
     * @return its SQL
     */
    protected final String qualified(@Nullable String schema, String name) {
        return schema == null ? identifier(name) : identifier(schema) + "." + identifier(name);
    }

    /**
     * Write the name of a table, with that of its schema.
     *
     * @param table the table
     * @return its SQL
     */
    protected final String tableName(Table table) {
        return schemaOf(table.schema()) + localName(table);
    }

    /**
     * Write the schema that something is of, by the rules of the engine.
     *
     * @param stated the schema as metadata states it, or {@code null} for none
     * @return its name and a point, or nothing
     */
    protected final String schemaOf(@Nullable String stated) {
        String schema = settings.rules().schema(stated);
        return schema == null ? "" : identifier(schema) + ".";
    }

    /**
     * Write the name of a table without that of its schema.
     *
     * @param table the table
     * @return its SQL
     */
    protected final String localName(Table table) {
        return table.isQuoted() ? quoted(table.name()) : identifier(table.name());
    }

    /**
     * Write the name of a column.
     *
     * @param column the column
     * @return its SQL
     */
    protected final String columnName(NamedColumn<?> column) {
        return column.isQuoted() ? quoted(column.name()) : identifier(column.name());
    }

    /**
     * Write the names of columns.
     *
     * @param columns the columns
     * @return their names with commas between
     */
    protected final String columnNames(List<? extends NamedColumn<?>> columns) {
        return String.join(", ", columns.stream().map(this::columnName).toList());
    }

    /**
     * Write the name of a sequence, with that of its schema.
     *
     * @param sequence the sequence
     * @return its SQL
     */
    protected final String sequenceName(Sequence sequence) {
        return schemaOf(sequence.schema()) + identifier(sequence.name());
    }

    /**
     * Write an expression over columns of the table that is being defined.
     *
     * @param node the expression
     * @return its SQL, columns without their table, values as literals
     */
    protected final String definition(SqlNode node) {
        return expressions.get().compileDefinition(node);
    }

    /**
     * Write a statement or an expression with its values as literals.
     *
     * @param node the statement or expression
     * @return its SQL
     */
    protected final String literal(SqlNode node) {
        return expressions.get().compileLiteral(node);
    }

    /**
     * Write text as a literal.
     *
     * @param text the text
     * @return its SQL
     */
    protected String stringLiteral(String text) {
        return "'" + withoutNul(text).replace("'", "''") + "'";
    }

    /** A database written in C takes NUL for the end of the statement. */
    protected static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new CompileException(
                    "Text [%s] holds a NUL character and cannot be part of a definition; leave it out"
                            .formatted(text.replace('\0', '?')));
        }
        return text;
    }

    /**
     * Return how long an identifier may be; names that a convention made are shortened to it, others refused.
     *
     * @return characters or bytes, as the quoter counts
     */
    protected int maxIdentifierLength() {
        return settings.quoter().maxLength();
    }

    /** A name that a convention made, cut to the length that the database takes, its end told apart by a hash. */
    final String shortened(String name) {
        int max = maxIdentifierLength();
        if (settings.quoter().lengthOf(name) <= max) {
            return name;
        }
        return settings.quoter().beginning(name, max - 2 * HASH_LENGTH) + "_" + hash(name);
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8));
            StringBuilder hex = new StringBuilder();
            for (byte each : digest) {
                hex.append(String.format("%02x", each));
            }
            return hex.substring(hex.length() - HASH_LENGTH);
        } catch (NoSuchAlgorithmException missing) {
            CompileException failure = new CompileException(
                    "This Java has no MD5, by which long names are shortened; name [%s] yourself".formatted(name));
            failure.initCause(missing);
            throw failure;
        }
    }

    /**
     * Refuse options that the dialect does not know.
     *
     * @param options the options by name
     * @param known the names that it knows
     * @param owner what has them, for the message
     * @throws CompileException if there is another
     */
    protected final void refuseOthers(Map<String, Object> options, Set<String> known, Object owner) {
        for (String name : options.keySet()) {
            if (!known.contains(name)) {
                throw new CompileException("%s has option [%s], which dialect [%s] does not know; it knows %s"
                        .formatted(owner, name, dialect(), new java.util.TreeSet<>(known)));
            }
        }
    }

    /**
     * Take the value of an option as a word, a number or words with blanks between.
     *
     * @param value the value
     * @return its text, which cannot end a statement
     * @throws CompileException if it holds anything but letters, digits, {@code _} and blanks
     */
    protected final String word(Object value) {
        String text = String.valueOf(value);
        for (String part : text.split(" ", -1)) {
            if (!WORD.matcher(part).matches()) {
                throw new CompileException(
                        "Option value [%s] is not made of words; use letters, digits and blanks".formatted(text));
            }
        }
        return text;
    }

    /**
     * Take the value of an option as names.
     *
     * @param value a list, or one name
     * @return the names
     */
    protected static List<String> names(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    /**
     * Write names with commas between.
     *
     * @param value a list of names, or one
     * @return their SQL
     */
    protected final String identifiers(Object value) {
        return String.join(", ", names(value).stream().map(this::identifier).toList());
    }
}
