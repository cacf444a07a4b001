package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.athanor.orm.instrument.Instrumented;
import org.junit.jupiter.api.Test;

class ConstructorTests {
    @Test
    void constructorsAndInitialisersAssignFields() {
        Compiled compiled = TestCompiler.compile("""
                        @Mapped public class User {
                            @Id private Integer id; private String name = "none"; private String full; private int age;
                            { age = 3; }
                            public User() { this("ed"); age++; }
                            public User(String name) { this.name = name; full = this.name + "!"; }
                        }
                        """).clean();
        Instrumented user = compiled.create("p.User");
        assertThat(user.$orm$get(1)).isEqualTo("ed");
        assertThat(user.$orm$get(2)).isEqualTo("ed!");
        assertThat(user.$orm$get(3)).isEqualTo(4);
    }

    @Test
    void assignmentsAfterSuperGoThroughTheAccessor() {
        Compiled compiled = TestCompiler.compile(
                        """
                        @Mapped public class User extends Base {
                            @Id private Integer id; private String name;
                            public User(Consumer<Object> hook) { super(hook); this.name = "ed"; }
                        }
                        """,
                        "public class Base { protected Base() {} protected Base(Consumer<Object> hook) { hook.accept(this); } }")
                .clean();
        RecordingTracker[] tracker = new RecordingTracker[1];
        java.util.function.Consumer<Object> hook = o -> tracker[0] = RecordingTracker.attach((Instrumented) o);
        compiled.create("p.User", hook);
        assertThat(tracker[0].calls).containsExactly("write 1 null ed");
    }

    @Test
    void argumentsOfThisMayReadAndWriteAnotherInstance() {
        Compiled compiled = TestCompiler.compile("""
                        @Mapped public class User {
                            @Id private Integer id; private String name; private int copies; private long total;
                            public User() {}
                            public User(User other) { this(other.name, other.copies++, new User().total); }
                            public User(String name, int copies, long total) { this.name = name; this.copies = copies; }
                        }
                        """).clean();
        Instrumented original = compiled.create("p.User");
        original.$orm$set(1, "ed");
        RecordingTracker tracker = RecordingTracker.attachPending(original);
        Instrumented copy = compiled.create("p.User", original);
        assertThat(tracker.calls).containsExactly("read 1", "read 2", "writeInt 2 0 1");
        assertThat(copy.$orm$get(1)).isEqualTo("ed");
        assertThat(original.$orm$getInt(2)).isEqualTo(1);
    }

    @Test
    void branchesInArgumentsOfSuperAreFollowed() {
        Compiled compiled = TestCompiler.compile(
                        """
                        @Mapped public class User extends Base {
                            @Id private Integer id; private String name;
                            public User(boolean flag, Base other) {
                                super(flag ? new Base(null) : other == null ? new Base(new Base(null)) : other);
                                name = flag ? "yes" : "no";
                            }
                        }
                        """, "public class Base { protected Base() {} protected Base(Base other) {} }")
                .clean();
        assertThat(compiled.create("p.User", true, null).$orm$get(1)).isEqualTo("yes");
        assertThat(compiled.create("p.User", false, null).$orm$get(1)).isEqualTo("no");
    }

    @Test
    void capturedVariablesOfInnerClassesAreAssignedBeforeSuper() {
        Compiled compiled = TestCompiler.compile("""
                        @Mapped public class User {
                            @Id private Integer id; private String name;
                            public Supplier<String> reader(String prefix) {
                                class Reader implements Supplier<String> {
                                    final String own;
                                    Reader() { own = name; }
                                    @Override public String get() { return prefix + own + name; }
                                }
                                return new Reader();
                            }
                        }
                        """).clean();
        Instrumented user = compiled.create("p.User");
        user.$orm$set(1, "ed");
        Object reader = Compiled.call(user, "reader", "> ");
        assertThat(((java.util.function.Supplier<?>) reader).get()).isEqualTo("> eded");
    }

    @Test
    void assignmentsBeforeSuperStayPlain() {
        assumeTrue(Runtime.version().feature() >= 25, "flexible constructor bodies came with Java 25");
        Compiled compiled = new TestCompiler()
                .options("--release", "25")
                .sources(
                        """
                        @Mapped public class User extends Base {
                            @Id private Integer id; private String name; private long count;
                            public User(String n, User other) {
                                name = n; count = 5L;
                                if (other != null) { other.name = "touched"; }
                                super(n);
                                count = count + 1;
                            }
                        }
                        """,
                        "public class Base { public String seen; protected Base() {} protected Base(String n) { seen = toString(); } }")
                .compile()
                .clean();
        Instrumented first = compiled.create("p.User", "ed", null);
        RecordingTracker tracker = RecordingTracker.attach(first);
        Instrumented second = compiled.create("p.User", "wendy", first);
        assertThat(tracker.calls).containsExactly("write 1 ed touched");
        assertThat(second.$orm$get(1)).isEqualTo("wendy");
        assertThat(second.$orm$getLong(2)).isEqualTo(6L);
    }

    @Test
    void blankInstanceConstructsAnUnmappedSuperclass() {
        Compiled compiled = TestCompiler.compile(
                        """
                        @Mapped public class User extends Base {
                            @Id private Integer id;
                            public User(int id) { this.id = id; }
                            public List<String> list() { return list; }
                        }
                        """,
                        "public class Base { protected final List<String> list = new ArrayList<>(); protected Base() {} }")
                .clean();
        Instrumented blank = compiled.create("p.User", 1).$orm$new();
        assertThat(Compiled.call(blank, "list")).isEqualTo(java.util.List.of());
        assertThat(blank.$orm$get(0)).isNull();
    }
}
