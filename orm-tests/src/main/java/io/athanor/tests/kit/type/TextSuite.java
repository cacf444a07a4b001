package io.athanor.tests.kit.type;

import static io.athanor.sql.Sql.inline;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.BYTES;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.TEXT;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and bytes: long, empty, full of signs. */
public abstract class TextSuite extends KitSuite {
    private final Table t = table(
            "text_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("brief", string(100))
                    .column("text_data", TEXT)
                    .column("bytes", BYTES));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<String> brief = column(t, "brief", STRING);
    private final NamedColumn<String> data = column(t, "text_data", TEXT);
    private final NamedColumn<byte[]> bytes = column(t, "bytes", BYTES);

    /** Create the suite. */
    protected TextSuite() {}

    private void text(String value) {
        run(insert(t).set(id, 1).set(data, value));
        assertThat(one(select(data))).isEqualTo(value);
    }

    private void brief(String value) {
        run(insert(t).set(id, 1).set(brief, value));
        assertThat(one(select(brief))).isEqualTo(value);
        assertThat(all(select(id).where(brief.eq(value)))).containsExactly(1);
        assertThat(one(select(inline(value, STRING).label("v")))).isEqualTo(value);
    }

    @Test
    void longText() {
        text(textOf(5_000));
    }

    @Test
    void veryLongText() {
        text(textOf(60_000));
    }

    @Test
    void longUnicodeText() {
        text("Grüße, 世界 😀; ".repeat(1_000));
    }

    @Test
    void emptyText() {
        text("");
    }

    @Test
    void nullTextIsNoEmptyText() {
        run(insert(t).set(id, 1).setNull(data));
        assertThat(all(select(data))).containsExactly((String) null);
    }

    @Test
    void textsInOneBatchKeepTheirLengths() {
        rows(t, row(1, "x", textOf(10)), row(2, "y", textOf(10_000)), row(3, "z", ""));
        assertThat(all(select(data).orderBy(id))).extracting(String::length).containsExactly(10, 10_000, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "some text",
                "",
                " leading and trailing ",
                "it's",
                "''",
                "\"double\"",
                "back\\slash",
                "\\",
                "\\n",
                "50% and 100%",
                "%s %(x)d",
                "_under_",
                "a?b",
                ":name",
                "tab\there",
                "line\nbreak",
                "carriage\r\nreturn",
                "méil ß",
                "漢字",
                "🐘🐬",
                "e\u0301",
                "\u00a0",
                "null",
                "NULL",
                "{\"a\": 1}",
                "<b>&amp;</b>",
                "$$",
                "-- no comment"
            })
    void textOfAnySigns(String value) {
        brief(value);
    }

    @Test
    void caseMatters() {
        rows(t, row(1, "abc"), row(2, "ABC"));
        assertThat(all(select(id).where(brief.eq("abc")))).containsExactly(1);
    }

    @Requires(Capability.SIGNIFICANT_BLANKS)
    @Test
    void blanksAtTheEndMatter() {
        rows(t, row(1, "a"), row(2, "a "), row(3, ""), row(4, " "));
        assertThat(all(select(id).where(brief.eq("a")))).containsExactly(1);
        assertThat(all(select(id).where(brief.in("", "a ")).orderBy(id))).containsExactly(2, 3);
    }

    @Test
    void textsAreConcatenatedWithLongOnes() {
        rows(t, row(1, "brief", textOf(3_000)));
        assertThat(one(select(brief.concat(data).label("v")))).hasSize(3_005);
    }

    @Requires(Capability.UNBOUNDED_STRINGS)
    @Test
    void stringWithoutLength() {
        Table u = create("text_unbounded", s -> s.column("v", STRING));
        rows(u, row(textOf(3_000)));
        assertThat(one(select(column(u, "v", STRING)))).hasSize(3_000);
    }

    @Test
    void bytesOfAllValues() {
        byte[] all = new byte[256];
        IntStream.range(0, 256).forEach(i -> all[i] = (byte) i);
        run(insert(t).set(id, 1).set(bytes, all));
        assertThat(one(select(bytes))).isEqualTo(all);
    }

    @Test
    void manyBytes() {
        byte[] many = new byte[60_000];
        IntStream.range(0, many.length).forEach(i -> many[i] = (byte) (i * 31));
        run(insert(t).set(id, 1).set(bytes, many));
        assertThat(one(select(bytes))).isEqualTo(many);
    }

    @Test
    void noBytes() {
        run(insert(t).set(id, 1).set(bytes, new byte[0]));
        assertThat(one(select(bytes))).isEmpty();
    }

    @Test
    void nullBytesAreNoEmptyOnes() {
        run(insert(t).set(id, 1).setNull(bytes));
        assertThat(all(select(bytes))).containsExactly((byte[]) null);
    }
}
