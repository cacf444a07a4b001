package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.instrument.Instrumented;
import org.junit.jupiter.api.Test;

class InheritanceTests {
    private static final String EMPLOYEE = """
            package a; import io.athanor.orm.mapping.*;
            @Mapped public class Employee {
                @Id private Integer id; private String name = "new"; private int age;
                protected Employee() {}
                public String getName() { return name; }
                public void setAge(int a) { age = a; }
            }
            """;
    private static final String MANAGER = """
            package b; import io.athanor.orm.mapping.*;
            @Mapped public class Manager extends a.Employee {
                private String title = "boss"; private int level; private long salary;
                public Manager() {}
                public String getTitle() { return title; }
                public void setLevel(int l) { level = l; }
                public void setSalary(long s) { salary = s; }
            }
            """;

    @Test
    void indexesOfASubclassFollowTheInheritedOnes() {
        check(TestCompiler.compile(EMPLOYEE, MANAGER).clean());
    }

    @Test
    void subclassMayBeCompiledSeparately() {
        Compiled base = TestCompiler.compile(EMPLOYEE).clean();
        check(new TestCompiler()
                .sources(MANAGER)
                .classPath(base.output)
                .options("-Xlint:all,-processing", "-Werror")
                .compile()
                .clean());
    }

    @Test
    void superclassMayGrowWithoutCompilingTheSubclass() {
        Compiled base = TestCompiler.compile(EMPLOYEE).clean();
        Compiled sub = new TestCompiler()
                .sources(MANAGER)
                .classPath(base.output)
                .compile()
                .clean();
        new TestCompiler()
                .sources(EMPLOYEE.replace("private int age;", "private int age; private String added;"))
                .output(base.output)
                .compile()
                .clean();
        Instrumented manager = sub.create("b.Manager");
        assertThat(manager.$orm$get(3)).isNull();
        assertThat(manager.$orm$get(4)).isEqualTo("boss");
        RecordingTracker tracker = RecordingTracker.attach(manager);
        Compiled.call(manager, "setLevel", 2);
        assertThat(tracker.calls).containsExactly("writeInt 5 0 2");
    }

    private static void check(Compiled compiled) {
        Instrumented manager = compiled.create("b.Manager");
        assertThat(manager.$orm$get(1)).isEqualTo("new");
        assertThat(manager.$orm$get(3)).isEqualTo("boss");
        manager.$orm$setInt(2, 40);
        manager.$orm$setInt(4, 9);
        manager.$orm$set(5, 100L);
        assertThat(manager.$orm$getInt(2)).isEqualTo(40);
        assertThat(manager.$orm$getInt(4)).isEqualTo(9);
        assertThat(manager.$orm$getLong(5)).isEqualTo(100L);
        RecordingTracker tracker = RecordingTracker.attachPending(manager);
        Compiled.call(manager, "getName");
        Compiled.call(manager, "getTitle");
        Compiled.call(manager, "setAge", 41);
        Compiled.call(manager, "setLevel", 10);
        Compiled.call(manager, "setSalary", 101L);
        assertThat(tracker.calls)
                .containsExactly("read 1", "read 3", "writeInt 2 40 41", "writeInt 4 9 10", "writeLong 5 100 101");
        Instrumented blank = manager.$orm$new();
        assertThat(blank).isExactlyInstanceOf(manager.getClass());
        assertThat(blank.$orm$get(1)).isNull();
        assertThat(blank.$orm$get(3)).isNull();
    }

    @Test
    void abstractRootHasNoInstanceOfItsOwn() {
        Compiled compiled = TestCompiler.compile(
                        "@Mapped public abstract class Base { @Id private Integer id; public Integer getId() { return id; } }",
                        "@Mapped public class User extends Base { private String name; }")
                .clean();
        Instrumented user = compiled.create("p.User");
        user.$orm$set(0, 5);
        assertThat(Compiled.call(user.$orm$new(), "getId")).isNull();
        assertThat(Compiled.call(user, "getId")).isEqualTo(5);
    }

    @Test
    void plainClassBetweenTwoMappedOnesIsConstructed() {
        Compiled compiled = TestCompiler.compile(
                        "@Mapped public class Top { @Id private Integer id; protected String kept() { return \"top\"; } }",
                        "public class Middle extends Top { protected final String plain = kept() + \" middle\"; }",
                        "@Mapped public class Low extends Middle { private String name = \"x\"; public String plain() { return plain; } }")
                .clean();
        Instrumented low = compiled.create("p.Low");
        Instrumented blank = low.$orm$new();
        assertThat(blank).isExactlyInstanceOf(low.getClass());
        assertThat(blank.$orm$get(1)).isNull();
        assertThat(Compiled.call(blank, "plain")).isEqualTo("top middle");
        RecordingTracker tracker = RecordingTracker.attach(blank);
        assertThat(blank.$orm$tracker()).isSameAs(tracker);
    }

    @Test
    void subclassWithoutFieldsInheritsEverything() {
        Compiled compiled = TestCompiler.compile(
                        "@Mapped public class Top { @Id private Integer id; }",
                        "@Mapped public class Low extends Top { }")
                .clean();
        Instrumented low = compiled.create("p.Low");
        low.$orm$set(0, 3);
        assertThat(low.$orm$get(0)).isEqualTo(3);
        assertThat(low.$orm$new()).isExactlyInstanceOf(low.getClass());
    }

    @Test
    void plainSubclassIsTrackedAsItsMappedParent() {
        Compiled compiled = TestCompiler.compile(
                        "@Mapped public class Top { @Id private Integer id; public Integer getId() { return id; } }",
                        "public class Low extends Top { public int own; }")
                .clean();
        Instrumented low = compiled.create("p.Low");
        RecordingTracker tracker = RecordingTracker.attachPending(low);
        Compiled.call(low, "getId");
        assertThat(tracker.calls).containsExactly("read 0");
    }

    @Test
    void nestedSubclassReachesTheFieldsAbove() {
        Compiled compiled = TestCompiler.compile("""
                        @Mapped public class Top {
                            @Id private Integer id; private String name;
                            @Mapped public static class Low extends Top {
                                private String title;
                                public Low() { super.name = "low"; }
                                public String both() { return super.name + title + ((Top) this).id; }
                            }
                        }
                        """).clean();
        Instrumented low = compiled.create("p.Top$Low");
        RecordingTracker tracker = RecordingTracker.attachPending(low);
        assertThat(Compiled.call(low, "both")).isEqualTo("lownullnull");
        assertThat(tracker.calls).containsExactly("read 1", "read 2", "read 0");
    }

    @Test
    void superclassWithoutInstrumentationIsReported() {
        Compiled base = new TestCompiler()
                .sources("@Mapped public class Top { @Id private Integer id; }")
                .options("-proc:none")
                .compile()
                .clean();
        Compiled sub = new TestCompiler()
                .sources("@Mapped public class Low extends Top { }")
                .classPath(base.output)
                .compile();
        assertThat(sub.warnings())
                .containsExactly(
                        "Superclass [p.Top] of mapped class [p.Low] is mapped, but was compiled without being instrumented; compile it with the processor too");
    }
}
