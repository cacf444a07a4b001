package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapping.Declaration;
import io.athanor.orm.mapping.DeclaredMappings;
import org.junit.jupiter.api.Test;

class NamedClassTests {
    private static final String POINT = """
            public class Point {
                private int id; private String name; public String open = "open"; private final long fixed = 1;
                static class Tagged extends Point { private double weight; void weigh(double w) { weight = w; } }
                public String getName() { return name; }
                public String all() { return name + open + fixed; }
            }
            """;

    private static TestCompiler compiler(String names) {
        return new TestCompiler().options("-Aathanor.enhance=" + names);
    }

    @Test
    void classWithoutAnnotationsIsEnhancedIfNamed() {
        Compiled compiled =
                compiler(" p.Point, p.Point$Tagged").sources(POINT).compile().clean();
        Instrumented point = compiled.create("p.Point");
        point.$orm$set(1, "x");
        RecordingTracker tracker = RecordingTracker.attachPending(point);
        assertThat(Compiled.call(point, "all")).isEqualTo("xopen1");
        assertThat(tracker.calls).containsExactly("read 1");
        Instrumented tagged = compiled.create("p.Point$Tagged");
        RecordingTracker other = RecordingTracker.attachPending(tagged);
        Compiled.call(tagged, "weigh", 2.5);
        assertThat(other.calls).containsExactly("writeDouble 2 0.0 2.5");
    }

    @Test
    void namedClassAnnouncesItsFields() {
        Compiled compiled =
                compiler("p.Point,p.Point$Tagged").sources(POINT).compile().clean();
        Declaration<?> declaration = DeclaredMappings.find(compiled.load("p.Point$Tagged"));
        assertThat(declaration).isNotNull();
        assertThat(declaration.mapping()).isNull();
        assertThat(declaration.fields())
                .containsExactly(
                        new Declaration.Field("id", int.class),
                        new Declaration.Field("name", String.class),
                        new Declaration.Field("weight", double.class));
        assertThat(declaration.prototype()).isExactlyInstanceOf(compiled.load("p.Point$Tagged"));
    }

    @Test
    void nothingIsEnhancedUnasked() {
        Compiled compiled = compiler("p.Other").sources(POINT).compile().clean();
        assertThat(compiled.construct("p.Point")).isNotInstanceOf(Instrumented.class);
    }

    @Test
    void namedClassMustBeEnhanceable() {
        Compiled compiled = compiler("p.Point,p.Holder$Inner")
                .sources("record Point(int x) { }", "class Holder { class Inner { } }")
                .compile();
        assertThat(compiled.errors())
                .containsExactlyInAnyOrder(
                        "Type [p.Point] is a record and cannot be mapped, because the session must be able to create it and to change its fields; make it a class",
                        "Mapped class [p.Holder.Inner] is an inner class, which cannot be created without an instance of [p.Holder]; make it static");
    }

    @Test
    void mappedSubclassFollowsANamedSuperclass() {
        Compiled compiled = compiler("p.Point")
                .sources(POINT, "@Mapped public class Low extends Point { @Id private Integer key; }")
                .compile()
                .clean();
        Instrumented low = compiled.create("p.Low");
        low.$orm$set(2, 5);
        assertThat(low.$orm$get(2)).isEqualTo(5);
        assertThat(low.$orm$new()).isExactlyInstanceOf(low.getClass());
    }
}
