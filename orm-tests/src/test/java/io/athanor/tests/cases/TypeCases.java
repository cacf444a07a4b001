package io.athanor.tests.cases;

import io.athanor.dialect.mariadb.MysqlTypes;
import io.athanor.dialect.postgresql.PostgresqlTypes;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import io.athanor.sql.type.StandardType;
import java.util.function.Function;

/** The family {@code types}: types as DDL has them. Their words are no names, so that they stay in the second run. */
final class TypeCases {
    private TypeCases() {}

    private enum Color {
        red,
        green
    }

    static Cases all() {
        Cases cases = new Cases("types");
        texts(cases);
        numbers(cases);
        times(cases);
        bytes(cases);
        enums(cases);
        postgresql(cases);
        mysql(cases);
        return cases;
    }

    private static Function<Vocabulary, Object> type(SqlType<?> type) {
        return v -> (Cases.Ddl) d -> d.ddl().type(type);
    }

    private static void texts(Cases cases) {
        cases.add("String", type(SqlTypes.STRING))
                .add("String(50)", type(SqlTypes.string(50)))
                .add("String collation", type(SqlTypes.collated(SqlTypes.string(50), "utf8_bin")))
                .add("Unicode(20)", type(SqlTypes.string(20)))
                .add("Text", type(SqlTypes.TEXT))
                .add("UnicodeText", type(SqlTypes.TEXT))
                .add("CHAR(3)", type(SqlTypes.character(3)))
                .add("NCHAR(3)", type(SqlTypes.nationalCharacter(3)))
                .add("NVARCHAR(9)", type(SqlTypes.nationalString(9)))
                .add("CLOB", type(SqlTypes.CLOB))
                .add(
                        "with_variant",
                        type(SqlTypes.string(10)
                                .variant("postgresql", PostgresqlTypes.CITEXT)
                                .variant("mysql", SqlTypes.TEXT)));
    }

    private static void numbers(Cases cases) {
        cases.add("Integer", type(SqlTypes.INTEGER))
                .add("SmallInteger", type(SqlTypes.SMALLINT))
                .add("BigInteger", type(SqlTypes.BIGINT))
                .add("Numeric", type(SqlTypes.NUMERIC))
                .add("Numeric(10)", type(SqlTypes.numeric(10)))
                .add("Numeric(10,2)", type(SqlTypes.numeric(10, 2)))
                .add("DECIMAL(5,1)", type(SqlTypes.decimal(5, 1)))
                .add("Float", type(SqlTypes.FLOAT))
                .add("Float(24)", type(SqlTypes.floating(24)))
                .add("Double", type(SqlTypes.DOUBLE))
                .add("REAL", type(SqlTypes.REAL))
                .add("DOUBLE_PRECISION", type(SqlTypes.DOUBLE_PRECISION))
                .add("Boolean", type(SqlTypes.BOOLEAN));
    }

    private static void times(Cases cases) {
        cases.add("Time", type(SqlTypes.TIME))
                .add("Time(tz)", type(SqlTypes.OFFSET_TIME))
                .add("DateTime(tz)", type(SqlTypes.OFFSET_TIMESTAMP))
                .add(
                        "TIMESTAMP(tz)",
                        type(StandardType.of(SqlTypes.OFFSET_TIMESTAMP).withName("TIMESTAMP")))
                .add("Interval", type(SqlTypes.DURATION));
    }

    private static void bytes(Cases cases) {
        cases.add("LargeBinary", type(SqlTypes.BYTES))
                .add("BINARY(8)", type(SqlTypes.binary(8)))
                .add("VARBINARY(8)", type(SqlTypes.varbinary(8)))
                .add("BLOB", type(SqlTypes.BLOB))
                .add("PickleType", type(SqlTypes.BYTES))
                .add("JSON", type(SqlTypes.JSON))
                .add("Uuid string", type(SqlTypes.UUID_TEXT))
                .add("UUID", type(SqlTypes.UUID))
                .add("ARRAY(Integer)", type(SqlTypes.arrayOf(SqlTypes.INTEGER)))
                .add("ARRAY 2d", type(SqlTypes.arrayOf(SqlTypes.arrayOf(SqlTypes.string(5)))));
    }

    private static void enums(Cases cases) {
        cases.add("Enum strings", type(SqlTypes.enumOf("a", "bbb").named("e1")))
                .add("Enum class", type(SqlTypes.enumOf(Color.class)))
                .add("Enum non-native", type(SqlTypes.enumOf("a", "bbb").asString()))
                .add("Enum non-native length", type(SqlTypes.enumOf("a", "bbb").asString(40)))
                .add("Enum unnamed", type(SqlTypes.enumOf("a", "b")));
    }

    private static void postgresql(Cases cases) {
        cases.add("pg HSTORE", type(PostgresqlTypes.HSTORE))
                .add("pg INTERVAL", type(PostgresqlTypes.interval("DAY TO SECOND", 3)))
                .add("pg TIMESTAMP(3)", type(PostgresqlTypes.precise(SqlTypes.OFFSET_TIMESTAMP, 3)))
                .add("pg BIT VARYING", type(PostgresqlTypes.bitVarying(5)))
                .add("pg TSVECTOR", type(PostgresqlTypes.TSVECTOR))
                .add("pg INT4RANGE", type(PostgresqlTypes.INT4RANGE))
                .add("pg ARRAY", type(SqlTypes.arrayOf(SqlTypes.UUID)))
                .add("pg MONEY", type(PostgresqlTypes.MONEY))
                .add("pg BYTEA", type(PostgresqlTypes.BYTEA))
                .add("pg ENUM", type(SqlTypes.enumOf("a", "b").named("m").inSchema("s")))
                .add("pg DOMAIN", type(SqlTypes.domain("d", SqlTypes.INTEGER)))
                .add("pg CITEXT", type(PostgresqlTypes.CITEXT));
    }

    private static void mysql(Cases cases) {
        cases.add("my TINYINT", type(MysqlTypes.unsigned(MysqlTypes.tinyInt(1))))
                .add("my INTEGER unsigned zerofill", type(MysqlTypes.zerofill(MysqlTypes.wide(SqlTypes.INTEGER, 11))))
                .add("my MEDIUMINT", type(MysqlTypes.MEDIUMINT))
                .add("my DOUBLE(10,2)", type(MysqlTypes.doubleOf(10, 2)))
                .add("my VARCHAR national", type(SqlTypes.nationalString(5)))
                .add("my ENUM", type(SqlTypes.enumOf("a", "b'c")))
                .add("my TIMESTAMP(3)", type(MysqlTypes.timestamp(3)))
                .add("my YEAR", type(MysqlTypes.YEAR))
                .add("my BIT(4)", type(MysqlTypes.bit(4)))
                .add("my LONGBLOB", type(MysqlTypes.LONGBLOB))
                .add("my CHAR binary", type(MysqlTypes.compareBinary(SqlTypes.character(5))));
    }
}
