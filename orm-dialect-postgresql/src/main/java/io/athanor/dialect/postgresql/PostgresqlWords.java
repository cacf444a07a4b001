package io.athanor.dialect.postgresql;

import io.athanor.sql.compile.IdentifierQuoter;
import java.util.Set;

/** PostgreSQL's reserved words, those included that may only name a function or type. */
final class PostgresqlWords {
    /** Longer names are cut silently, so that two may become one. */
    private static final int LONGEST_IDENTIFIER = 63;

    static final IdentifierQuoter QUOTER =
            new IdentifierQuoter('"', Set.of(("""
                    all analyse analyze and any array as asc asymmetric authorization between binary both case cast check
                    collate column constraint create cross current_catalog current_date current_role current_schema
                    current_time current_timestamp current_user default deferrable desc distinct do else end except false
                    fetch for foreign freeze from full grant group having ilike in initially inner intersect into is
                    isnull join lateral leading left like limit localtime localtimestamp natural new not notnull null of
                    off offset old on only or order outer over overlaps placing primary references returning right select
                    session_user similar some symmetric table then to trailing true union unique user using variadic
                    verbose when where window with
                    """).strip().split("\\s+"))).withMaxBytes(LONGEST_IDENTIFIER);

    private PostgresqlWords() {}
}
