package io.athanor.sql.compile;

/**
 * What a compiler knows of its dialect and engine.
 *
 * @param dialect the dialect's name, by which rules and type variants are found; never asked for anything else
 * @param quoter writes identifiers
 * @param types writes types
 * @param rules the user's own rules
 * @since 0.1.0
 */
public record CompilerSettings(String dialect, IdentifierQuoter quoter, TypeRenderer types, CompileRules rules) {
    /** Standard SQL, for reading. */
    public static final CompilerSettings STANDARD = new CompilerSettings(
            "default",
            new IdentifierQuoter('"', IdentifierQuoter.STANDARD_RESERVED),
            new TypeRenderer(),
            CompileRules.NONE);
}
