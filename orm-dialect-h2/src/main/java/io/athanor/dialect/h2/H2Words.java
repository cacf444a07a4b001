package io.athanor.dialect.h2;

import io.athanor.sql.compile.IdentifierQuoter;
import java.util.Set;

/** H2's reserved words. */
final class H2Words {
    private static final int LONGEST_IDENTIFIER = 256;

    static final IdentifierQuoter QUOTER =
            new IdentifierQuoter('"', Set.of(("""
                    all and any array as asymmetric authorization between both case cast check constraint cross
                    current_catalog current_date current_path current_role current_schema current_time current_timestamp
                    current_user day default deferrable distinct else end except exists false fetch for foreign from full
                    group groups having hour if ilike in inner intersect intersects interval is join key leading left like
                    limit localtime localtimestamp minus minute month natural not null offset on or order over partition
                    primary qualify range regexp right row rownum rows second select session_user set some symmetric
                    system_user sysdate systime systimestamp table to today top trailing true uescape union unique unknown
                    user using value values when where window with year _rowid_
                    """).strip().split("\\s+"))).withMaxLength(LONGEST_IDENTIFIER);

    private H2Words() {}
}
