package io.athanor.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.tree.JsonItem;
import io.athanor.sql.type.ArrayType;
import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.Json;
import io.athanor.sql.type.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths of several steps into JSON, of which the records have none. */
class JsonPathTests {
    private final Vocabulary v = new Vocabulary(Renaming.none());
    private final JsonItem<Json> item = v.doc.data.at(List.of("a b", 0, "c"));

    private static BoundStatement compile(String dialect, io.athanor.sql.tree.SqlNode node) {
        return CaseDialects.all().stream()
                .filter(each -> each.name().equals(dialect))
                .findFirst()
                .orElseThrow()
                .compile(node);
    }

    @Test
    void postgresqlTakesThemAsArraysOfText() {
        BoundStatement bound = compile("postgresql", item);
        assertThat(bound.sql()).isEqualTo("doc.data #> ?");
        assertThat(bound.types().get(0)).isInstanceOfSatisfying(ConvertedType.class, type -> {
            assertThat(type.stored())
                    .isInstanceOfSatisfying(
                            ArrayType.class,
                            array -> assertThat(array.element()).isEqualTo(SqlTypes.TEXT));
            assertThat(store(type, bound.values()[0])).isEqualTo(List.of("a b", "0", "c"));
        });
        assertThat(compile("postgresql", item.asString().eq("x")).sql())
                .isEqualTo("CAST((doc.data #>> ?) AS VARCHAR) = ?");
    }

    @SuppressWarnings("unchecked") // the value is of the type's class
    private static Object store(ConvertedType<?, ?> type, Object value) {
        return ((ConvertedType<Object, Object>) type).store(value);
    }

    @Test
    void othersTakeThemAsTextOfTheStandard() {
        for (String dialect : List.of("sqlite", "mysql")) {
            BoundStatement bound = compile(dialect, item);
            assertThat(bound.sql()).contains("JSON_EXTRACT(doc.data, ?)");
            assertThat(store((ConvertedType<?, ?>) bound.types().get(0), bound.values()[0]))
                    .isEqualTo("$.\"a b\"[0].\"c\"");
        }
    }
}
