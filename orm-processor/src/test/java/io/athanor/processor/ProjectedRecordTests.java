package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProjectedRecordTests {
    @Test
    void factoryTakesSomethingToSelectForEachComponent() {
        String source = TestCompiler.compile(
                        "@Projected public record NameCount(String name, long count, Integer row) {}")
                .clean()
                .generated("p.NameCount_");
        assertThat(source)
                .contains("public final class NameCount_ {")
                .contains("Projection<NameCount> of(Selectable<? extends String> name")
                .contains("Selectable<? extends Long> count")
                .contains("row_ -> new NameCount(row_.get(name)")
                .contains("Projection.notNull(row_.get(count), \"NameCount.count\")");
    }

    @Test
    void packagePrivateRecordHasAPackagePrivateFactory() {
        assertThat(TestCompiler.compile("class Shop { @Projected record Line(int number) {} }")
                        .clean()
                        .generated("p.Line_"))
                .contains("\nfinal class Line_ {");
    }

    @Test
    void whatIsNoVisibleRecordIsRefused() {
        assertThat(TestCompiler.compile("@Projected class Name { }").errors())
                .anySatisfy(error -> assertThat(error).contains("[@Projected]").contains("no record"));
        assertThat(TestCompiler.compile("class Shop { @Projected private record Line(int number) {} }")
                        .errors())
                .anySatisfy(error -> assertThat(error).contains("private"));
    }
}
