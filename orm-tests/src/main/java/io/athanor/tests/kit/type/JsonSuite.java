package io.athanor.tests.kit.type;

import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.type.Json;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON documents. */
public abstract class JsonSuite extends KitSuite {
    private final Table t = table(
            "json_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("doc", JSON));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<Json> doc = column(t, "doc", JSON);

    /** Create the suite. */
    protected JsonSuite() {}

    private static String plain(Json json) {
        return json.text().replaceAll("\\s", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"a\":1}",
                "[1,2,3]",
                "\"text\"",
                "42",
                "-1.5",
                "true",
                "false",
                "null",
                "{\"a\":{\"b\":[1,{\"c\":null}]}}",
                "{\"key'with\\\"signs\":\"it's\"}",
                "\"Grüße世界\"",
                "{\"x\":\"back\\\\slash\"}",
                "[null,true,\"x\",1.5]"
            })
    void documentComesBack(String text) {
        run(insert(t).set(id, 1).set(doc, Json.parse(text)));
        assertThat(plain(one(select(doc)))).isEqualTo(text);
    }

    @Test
    void nullOfSqlIsNoNullOfJson() {
        run(insert(t).set(id, 1).setNull(doc));
        run(insert(t).set(id, 2).set(doc, Json.NULL));
        assertThat(all(select(id).where(doc.isNull()))).containsExactly(1);
        assertThat(all(select(doc).orderBy(id))).containsExactly(null, Json.NULL);
    }

    @Test
    void madeOfJavaValues() {
        run(insert(t).set(id, 1).set(doc, Json.of(Map.of("list", List.of(1, "x", true)))));
        assertThat(plain(one(select(doc)))).isEqualTo("{\"list\":[1,\"x\",true]}");
    }

    @Test
    void longDocument() {
        Json many = Json.of(IntStream.range(0, 2_000).boxed().toList());
        run(insert(t).set(id, 1).set(doc, many));
        assertThat(plain(one(select(doc)))).isEqualTo(plain(many));
    }

    @Test
    void documentIsUpdated() {
        run(insert(t).set(id, 1).set(doc, Json.parse("{\"a\": 1}")));
        run(update(t).set(doc, Json.parse("{\"a\": 2}")));
        assertThat(plain(one(select(doc)))).isEqualTo("{\"a\":2}");
    }

    private void data() {
        rows(
                t,
                row(
                        1,
                        Json.parse(
                                "{\"name\": \"ed\", \"age\": 7, \"size\": 1.5, \"ok\": true, \"tags\": [\"a\", \"b\"]}")),
                row(2, Json.parse("{\"name\": \"it's\", \"age\": 40, \"deep\": {\"er\": [10, 20, {\"x\": \"y\"}]}}")));
    }

    private <T> @Nullable T of(int key, Expression<T> item) {
        return one(select(item.label("v"), id).where(id.eq(key)))
                .get("v", item.type().javaType());
    }

    @Requires(Capability.JSON_ITEMS)
    @Test
    void itemAsText() {
        data();
        assertThat(of(1, doc.at("name").asString())).isEqualTo("ed");
        assertThat(of(2, doc.at("name").asString())).isEqualTo("it's");
    }

    @Requires(Capability.JSON_ITEMS)
    @Test
    void itemAsInteger() {
        data();
        assertThat(of(1, doc.at("age").asInteger())).isEqualTo(7);
    }

    @Requires(Capability.JSON_ITEMS)
    @Test
    void itemAsDouble() {
        data();
        assertThat(of(1, doc.at("size").asDouble())).isEqualTo(1.5);
    }

    @Requires(Capability.JSON_ITEMS)
    @Test
    void itemAsDecimal() {
        data();
        assertThat(of(1, doc.at("size").asNumeric(10, 2))).isEqualByComparingTo("1.5");
    }

    @Requires(Capability.JSON_ITEMS)
    @Test
    void itemAsTruth() {
        data();
        assertThat(of(1, doc.at("ok").asBoolean())).isTrue();
    }

    @Requires(Capability.JSON_ITEMS)
    @Test
    void itemAsJson() {
        data();
        assertThat(plain(java.util.Objects.requireNonNull(of(1, doc.at("tags")))))
                .isEqualTo("[\"a\",\"b\"]");
    }

    @Requires(Capability.JSON_ITEMS)
    @Test
    void itemByIndex() {
        data();
        assertThat(of(1, doc.at("tags").at(1).asString())).isEqualTo("b");
    }

    @Requires(Capability.JSON_ITEMS)
    @Test
    void itemByPath() {
        data();
        assertThat(of(2, doc.at(List.of("deep", "er", 1)).asInteger())).isEqualTo(20);
        assertThat(of(2, doc.at(List.of("deep", "er", 2, "x")).asString())).isEqualTo("y");
    }

    @Requires(Capability.JSON_ITEMS)
    @Test
    void missingItemIsNull() {
        data();
        assertThat(of(1, doc.at("none").asString())).isNull();
        assertThat(of(1, doc.at(List.of("deep", "er", 1)).asInteger())).isNull();
    }

    @Requires(Capability.JSON_ITEMS)
    @Test
    void itemInCondition() {
        data();
        assertThat(all(select(id).where(doc.at("age").asInteger().gt(10)))).containsExactly(2);
        assertThat(all(select(id).where(doc.at("name").asString().eq("it's")))).containsExactly(2);
    }

    @Requires(Capability.JSON_ITEMS)
    @Test
    void orderedByItem() {
        data();
        assertThat(all(select(id).orderBy(doc.at("age").asInteger().desc()))).containsExactly(2, 1);
    }

    @Requires(Capability.JSON_ITEMS)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "with space",
                "with.dot",
                "with'quote",
                "with$dollar",
                "unicode_méil",
                "with-minus",
                "1digit"
            })
    void keyOfAnySigns(String key) {
        run(insert(t).set(id, 1).set(doc, Json.of(Map.of(key, 5))));
        assertThat(of(1, doc.at(key).asInteger())).isEqualTo(5);
    }
}
