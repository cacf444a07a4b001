package io.athanor.sql.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.error.ArgumentException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SqlTypesTests {
    @Test
    void typesAreEqualByTheirParts() {
        assertThat(SqlTypes.decimal(5, 1)).isEqualTo(SqlTypes.decimal(5, 1)).isNotEqualTo(SqlTypes.numeric(5, 1));
        assertThat(SqlTypes.arrayOf(SqlTypes.string(5))).isEqualTo(SqlTypes.arrayOf(SqlTypes.string(5)));
        assertThat(SqlTypes.enumOf("a", "b")).isNotEqualTo(SqlTypes.enumOf("a", "c"));
        assertThat(SqlTypes.domain("d", SqlTypes.TEXT)).isEqualTo(SqlTypes.domain("d", SqlTypes.TEXT));
    }

    @Test
    void wordsOfATypeCannotEndTheStatement() {
        StandardType<String> text = StandardType.of(SqlTypes.TEXT);
        for (String hostile : List.of("A; DROP TABLE x", "A)", "A'", "A--", "A/*", "", " A")) {
            assertThatThrownBy(() -> text.withName(hostile)).isInstanceOf(ArgumentException.class);
            assertThatThrownBy(() -> text.withSuffix(hostile)).isInstanceOf(ArgumentException.class);
        }
        assertThat(text.withName("BIT VARYING").withSize(5).withSuffix("DAY TO SECOND (3)"))
                .hasToString("BIT VARYING(5) DAY TO SECOND (3)");
    }

    @Test
    void mariadbTakesTheVariantOfMysqlUnlessItHasItsOwn() {
        SqlType<String> type = SqlTypes.STRING.variant("mysql", SqlTypes.TEXT);
        assertThat(type.forDialect("mariadb")).isSameAs(SqlTypes.TEXT);
        assertThat(type.variant("mariadb", SqlTypes.CLOB).forDialect("mariadb")).isSameAs(SqlTypes.CLOB);
        assertThat(type.forDialect("sqlite")).isSameAs(SqlTypes.STRING);
    }

    @Test
    void enumOfStringsHoldsItsStringsOnly() {
        EnumType<String> type = SqlTypes.enumOf("a", "b");
        assertThat(type.nameOf("a")).isEqualTo("a");
        assertThatThrownBy(() -> type.nameOf("c")).isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> SqlTypes.enumOf("a", "a")).isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> type.asString(0)).isInstanceOf(ArgumentException.class);
    }

    @Test
    void uuidIsStoredAsDigits() {
        ConvertedType<UUID, String> type = new UuidText();
        UUID uuid = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
        assertThat(type.store(uuid)).isEqualTo("0123456789abcdef0123456789abcdef");
        assertThat(type.load(type.store(uuid))).isEqualTo(uuid);
        assertThatThrownBy(() -> type.load("123")).isInstanceOf(ArgumentException.class);
    }

    @Test
    void javaValuesBecomeJson() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", List.of(1, 2.5, true));
        map.put("b\"", null);
        map.put("c", "x\n\u0001/");
        assertThat(Json.of(map).text()).isEqualTo("{\"a\": [1, 2.5, true], \"b\\\"\": null, \"c\": \"x\\n\\u0001/\"}");
        assertThat(Json.of(null)).isEqualTo(Json.NULL);
        assertThat(Json.of(Map.of())).hasToString("{}");
        assertThat(Json.of(List.of())).hasToString("[]");
    }

    @Test
    void whatJsonCannotHoldIsRefused() {
        List<Object> loop = new ArrayList<>();
        loop.add(loop);
        for (Object value : new Object[] {Double.NaN, new Object(), loop}) {
            assertThatThrownBy(() -> Json.of(value)).isInstanceOf(ArgumentException.class);
        }
        assertThatThrownBy(() -> Json.parse(" ")).isInstanceOf(ArgumentException.class);
    }
}
