package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An operator as data: its text, how strongly it binds, what negates it. The binding strengths are those of SQLAlchemy,
 * which decide where parentheses go. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Operator {
    /** {@code *}. */
    public static final Operator TIMES = infix("*", 8).associative();
    /** {@code /}. */
    public static final Operator DIVIDE = infix("/", 8);
    /** {@code %}. */
    public static final Operator MODULO = infix("%", 8);
    /** Division without remainder, rounded down. */
    public static final Operator FLOOR_DIVIDE = infix("/", 8);
    /** {@code -}, before its operand. */
    public static final Operator NEGATE = infix("-", 8);
    /** {@code ~}, before its operand. */
    public static final Operator BIT_NOT = infix("~", 8);
    /** {@code +}. */
    public static final Operator PLUS = infix("+", 7).associative();
    /** {@code -}. */
    public static final Operator MINUS = infix("-", 7);
    /** {@code +} of a moment and a length of time. */
    public static final Operator LATER = infix("+", 7).associative();
    /** {@code -} of a moment and a length of time. */
    public static final Operator EARLIER = infix("-", 7);
    /** {@code -} of two moments, the time between them. */
    public static final Operator ELAPSED = infix("-", 7);
    /** {@code &}. */
    public static final Operator BIT_AND = infix("&", 7);
    /** {@code |}. */
    public static final Operator BIT_OR = infix("|", 7);
    /** {@code ^}, exclusive or. */
    public static final Operator BIT_XOR = infix("^", 7);
    /** {@code <<}. */
    public static final Operator SHIFT_LEFT = infix("<<", 7);
    /** {@code >>}. */
    public static final Operator SHIFT_RIGHT = infix(">>", 7);
    /** {@code FILTER} behind an aggregate. */
    public static final Operator FILTER = infix("FILTER", 6);
    /** {@code ||}. */
    public static final Operator CONCAT = infix("||", 5).associative();
    /** {@code =}. */
    public static final Operator EQ = infix("=", 5).negatedBy("!=");
    /** {@code !=}. */
    public static final Operator NE = EQ.negated();
    /** {@code <}. */
    public static final Operator LT = infix("<", 5).negatedBy(">=");
    /** {@code >=}. */
    public static final Operator GE = LT.negated();
    /** {@code >}. */
    public static final Operator GT = infix(">", 5).negatedBy("<=");
    /** {@code <=}. */
    public static final Operator LE = GT.negated();
    /** {@code IS}. */
    public static final Operator IS = infix("IS", 5).negatedBy("IS NOT");
    /** {@code IS NOT}. */
    public static final Operator IS_NOT = IS.negated();
    /** {@code IS DISTINCT FROM}, a comparison that knows NULL. */
    public static final Operator IS_DISTINCT_FROM = infix("IS DISTINCT FROM", 5).negatedBy("IS NOT DISTINCT FROM");
    /** {@code MATCH}, the search in text. */
    public static final Operator MATCH = infix("MATCH", 5).negatedBy("NOT MATCH");
    /** The comparison with a regular expression. */
    public static final Operator REGEXP = infix("REGEXP", 5).negatedBy("NOT REGEXP");
    /** {@code LIKE}. */
    public static final Operator LIKE = infix("LIKE", 5).negatedBy("NOT LIKE");
    /** {@code LIKE} without regard to case. */
    public static final Operator ILIKE = infix("ILIKE", 5).negatedBy("NOT ILIKE");
    /** {@code IN}. */
    public static final Operator IN = infix("IN", 5).negatedBy("NOT IN");
    /** {@code NOT IN}. */
    public static final Operator NOT_IN = IN.negated();
    /** {@code BETWEEN}. */
    public static final Operator BETWEEN = infix("BETWEEN", 5).negatedBy("NOT BETWEEN");
    /** {@code BETWEEN SYMMETRIC}. */
    public static final Operator BETWEEN_SYMMETRIC =
            infix("BETWEEN SYMMETRIC", 5).negatedBy("NOT BETWEEN SYMMETRIC");
    /** {@code NOT}. */
    public static final Operator NOT = infix("NOT", 5);
    /** {@code EXISTS}, which stands in parentheses beside other conditions. */
    public static final Operator EXISTS = infix("EXISTS", 0);
    /** {@code COLLATE}. */
    public static final Operator COLLATE = infix("COLLATE", 4);
    /** {@code AND}. */
    public static final Operator AND = infix("AND", 3).associative();
    /** {@code DESC}, {@code ASC} and what else follows an expression in ORDER BY. */
    public static final Operator ORDER = infix("ORDER", 3);
    /** {@code OR}. */
    public static final Operator OR = infix("OR", 2).associative();
    /** Between the elements of a list, which never need parentheses. */
    public static final Operator COMMA = infix(",", -1);

    private static final Pattern CUSTOM = Pattern.compile("[-+*/<>=~!@#%^&|]+|[A-Za-z][A-Za-z_]*( [A-Za-z_]+)*");

    private final String symbol;
    private final int precedence;
    private final boolean associative;
    private final boolean isCustom;
    private final @Nullable Operator negated;

    private Operator(String symbol, int precedence, boolean associative, boolean isCustom) {
        this.symbol = symbol;
        this.precedence = precedence;
        this.associative = associative;
        this.isCustom = isCustom;
        this.negated = null;
    }

    /** The negation of the negation is this operator again, so the pair is made in one step. */
    private Operator(String symbol, Operator affirmative, String negatedSymbol) {
        this.symbol = symbol;
        this.precedence = affirmative.precedence;
        this.associative = affirmative.associative;
        this.isCustom = false;
        this.negated = new Operator(affirmative, negatedSymbol, this);
    }

    private Operator(Operator like, String symbol, Operator affirmative) {
        this.symbol = symbol;
        this.precedence = like.precedence;
        this.associative = like.associative;
        this.isCustom = false;
        this.negated = affirmative;
    }

    static Operator infix(String symbol, int precedence) {
        return new Operator(symbol, precedence, false, false);
    }

    /**
     * Create an operator of one database's own. Without a precedence it binds least, so that its operands get parentheses.
     *
     * @param symbol the text, <strong>raw SQL</strong>, rendered as it is: signs or words, neither quotes nor comments
     * @return the operator
     * @throws ArgumentException if the text cannot be an operator
     */
    public static Operator custom(String symbol) {
        return custom(symbol, 0);
    }

    /**
     * Create an operator of one database's own.
     *
     * @param symbol the text, <strong>raw SQL</strong>, rendered as it is: signs or words, neither quotes nor comments
     * @param precedence how strongly it binds: 8 as {@code *}, 7 as {@code +}, 5 as {@code =}, 0 least
     * @return the operator
     * @throws ArgumentException if the text cannot be an operator
     */
    public static Operator custom(String symbol, int precedence) {
        if (!CUSTOM.matcher(symbol).matches() || symbol.contains("--") || symbol.contains("/*")) {
            throw new ArgumentException(
                    "[%s] is not an operator; use signs, or words of letters, without quotes, brackets or comments"
                            .formatted(symbol));
        }
        return new Operator(symbol, precedence, false, true);
    }

    private Operator associative() {
        return new Operator(symbol, precedence, true, false);
    }

    private Operator negatedBy(String negatedSymbol) {
        return new Operator(symbol, this, negatedSymbol);
    }

    /**
     * Return the operator's text.
     *
     * @return the text as standard SQL has it
     */
    public String symbol() {
        return symbol;
    }

    /**
     * Return whether this operator has a negation of its own, as {@code =} has {@code !=}.
     *
     * @return whether {@link #negated} may be called
     */
    public boolean hasNegation() {
        return negated != null;
    }

    /**
     * Return the operator that is true where this one is false.
     *
     * @return the negation
     * @throws IllegalStateException if there is none
     */
    public Operator negated() {
        if (negated == null) {
            throw new IllegalStateException("Operator [%s] has no negation".formatted(symbol));
        }
        return negated;
    }

    /**
     * Return whether an expression of this operator needs parentheses as an operand of another.
     *
     * @param outer the operator around it
     * @return whether to put parentheses
     */
    public boolean needsParenthesesIn(Operator outer) {
        if (this == outer && associative) {
            return false;
        }
        return precedence <= outer.precedence;
    }

    /** An operator of a user's own equals another one of the same text; all others are constants. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || isCustom
                        && other instanceof Operator operator
                        && operator.isCustom
                        && operator.symbol.equals(symbol)
                        && operator.precedence == precedence;
    }

    @Override
    public int hashCode() {
        return isCustom ? symbol.hashCode() * 31 + precedence : System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return symbol;
    }
}
