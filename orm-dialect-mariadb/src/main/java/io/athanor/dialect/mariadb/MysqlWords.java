package io.athanor.dialect.mariadb;

import io.athanor.sql.compile.IdentifierQuoter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The reserved words of MySQL 8 and MariaDB 11, and VALUE, which begins the values of an INSERT as VALUES does. */
final class MysqlWords {
    private static final String COMMON = """
                accessible add all alter analyze and as asc asensitive before between bigint binary blob both by
                call cascade case change char character check collate column condition constraint continue
                convert create cross current_date current_time current_timestamp current_user cursor database
                databases day_hour day_microsecond day_minute day_second dec decimal declare default delayed
                delete desc describe deterministic distinct distinctrow div double drop dual each else elseif
                enclosed escaped except exists exit explain false fetch float float4 float8 for force foreign
                from fulltext grant group having high_priority hour_microsecond hour_minute hour_second if
                ignore in index infile inner inout insensitive insert int int1 int2 int3 int4 int8 integer
                intersect interval into is iterate join key keys kill leading leave left like limit linear lines
                load localtime localtimestamp lock long longblob longtext loop low_priority
                master_ssl_verify_server_cert match maxvalue mediumblob mediumint mediumtext middleint
                minute_microsecond minute_second mod modifies natural no_write_to_binlog not null numeric on
                optimize option optionally or order out outer outfile over partition precision primary procedure
                purge range read read_write reads real recursive references regexp release rename repeat replace
                require resignal restrict return revoke right rlike rows schema schemas second_microsecond
                select sensitive separator set show signal smallint spatial specific sql sql_big_result
                sql_calc_found_rows sql_small_result sqlexception sqlstate sqlwarning ssl starting straight_join
                table terminated then tinyblob tinyint tinytext to trailing trigger true undo union unique
                unlock unsigned update usage use using utc_date utc_time utc_timestamp value values varbinary
                varchar varcharacter varying when where while with write xor year_month zerofill
                """;
    private static final String MYSQL_ONLY = """
                array cube cume_dist dense_rank empty first_value function generated get grouping groups
                io_after_gtids io_before_gtids json_table lag last_value lateral lead master_bind member
                nth_value ntile of optimizer_costs parallel percent_rank rank row row_number stored system
                virtual window
                """;
    private static final String MARIADB_ONLY = """
                body current_role delete_domain_id do_domain_ids general ignore_domain_ids ignore_server_ids
                master_heartbeat_period offset page_checksum parse_vcol_expr portion ref_system_id returning
                row_number rowtype slow stats_auto_recalc stats_persistent stats_sample_pages window
                """;

    /** An alias may be so long; a table or column not, which DDL sees to. */
    private static final int MAX_ALIAS = 255;

    static final IdentifierQuoter MYSQL = quoter(MYSQL_ONLY);
    static final IdentifierQuoter MARIADB = quoter(MARIADB_ONLY);

    private MysqlWords() {}

    private static IdentifierQuoter quoter(String more) {
        Set<String> words = new HashSet<>(List.of(COMMON.strip().split("\\s+")));
        words.addAll(List.of(more.strip().split("\\s+")));
        return new IdentifierQuoter('`', words).withMaxLength(MAX_ALIAS);
    }
}
