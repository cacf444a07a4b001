package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.instrument.Instrumented;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NestMateTests {
    private static final String USER = """
            @Mapped(table = "users") public class User {
                @Id private Integer id; private String name;
                public String viaLambda() { Supplier<String> s = () -> name; return s.get(); }
                public void setViaLambda(String n) { Consumer<String> c = v -> name = v; c.accept(n); }
                public String viaAnonymous() { return new Object() { String read() { return name; } }.read(); }
                public String viaLocal() { class Local { String read() { return User.this.name; } } return new Local().read(); }
                public String viaInner() { return new Inner().read(); }
                public String viaNested() { return Nested.read(this); }
                public String viaDeep() { return Nested.Deeper.read(this); }
                public String viaRecord() { return new Holder(this).read(); }
                public String viaEnum() { return Reader.NAME.read(this); }
                public String viaInterface() { return Readable.read(this); }
                public String viaLambdaInNested() { return Nested.lambda(this).get(); }
                public String viaOther() { return Other.nameOf(this); }
                public void setViaNested(String n) { Nested.write(this, n); }
                public void appendViaNested(String n) { Nested.append(this, n); }
                class Inner { String read() { return name; } }
                static class Nested {
                    static String read(User u) { return u.name; }
                    static void write(User u, String n) { u.name = n; }
                    static void append(User u, String n) { u.name += n; }
                    static Supplier<String> lambda(User u) { return () -> u.name; }
                    static class Deeper { static String read(User u) { return u.name; } }
                }
                record Holder(User user) { String read() { return user.name; } }
                enum Reader { NAME { @Override String read(User u) { return u.name; } }; abstract String read(User u); }
                interface Readable { static String read(User u) { return u.name; } }
                @Mapped static class Other {
                    @Id private long id; private String name;
                    static String nameOf(User u) { return u.name; }
                    static long sum(Other o, User u) { return o.id + u.id; }
                }
                public static long sum(Other o, User u) { return o.id + u.id; }
            }
            """;

    private final Compiled compiled = TestCompiler.compile(USER).clean();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "viaLambda",
                "viaAnonymous",
                "viaLocal",
                "viaInner",
                "viaNested",
                "viaDeep",
                "viaRecord",
                "viaEnum",
                "viaInterface",
                "viaLambdaInNested",
                "viaOther"
            })
    void readIsSeenWhereverItStands(String method) {
        Instrumented user = compiled.create("p.User");
        user.$orm$set(1, "ed");
        RecordingTracker tracker = RecordingTracker.attachPending(user);
        assertThat(Compiled.call(user, method)).isEqualTo("ed");
        assertThat(tracker.calls).containsExactly("read 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"setViaLambda", "setViaNested"})
    void writeIsSeenWhereverItStands(String method) {
        Instrumented user = compiled.create("p.User");
        RecordingTracker tracker = RecordingTracker.attachPending(user);
        Compiled.call(user, method, "ed");
        assertThat(tracker.calls).containsExactly("write 1 null ed");
    }

    @Test
    void compoundAssignmentReadsAndWrites() {
        Instrumented user = compiled.create("p.User");
        user.$orm$set(1, "e");
        RecordingTracker tracker = RecordingTracker.attachPending(user);
        Compiled.call(user, "appendViaNested", "d");
        assertThat(tracker.calls).containsExactly("read 1", "write 1 e ed");
    }

    @Test
    void mappedClassesOfOneNestSeeEachOther() {
        Instrumented user = compiled.create("p.User");
        Instrumented other = compiled.create("p.User$Other");
        user.$orm$set(0, 2);
        other.$orm$setLong(0, 40);
        RecordingTracker ofUser = RecordingTracker.attachPending(user);
        RecordingTracker ofOther = RecordingTracker.attachPending(other);
        assertThat(compiled.callStatic("p.User", "sum", other, user)).isEqualTo(42L);
        assertThat(compiled.callStatic("p.User$Other", "sum", other, user)).isEqualTo(42L);
        assertThat(ofUser.calls).containsExactly("read 0", "read 0");
        assertThat(ofOther.calls).containsExactly("read 0", "read 0");
    }

    @Test
    void mappedClassNestedInAPlainOneIsEnhancedWithItsNeighbours() {
        Compiled shop = TestCompiler.compile("""
                        public class Shop {
                            public static String nameOf(Line line) { return line.name; }
                            @Mapped public static class Line { @Id private int id; private String name; }
                        }
                        """).clean();
        Instrumented line = shop.create("p.Shop$Line");
        RecordingTracker tracker = RecordingTracker.attachPending(line);
        shop.callStatic("p.Shop", "nameOf", line);
        assertThat(tracker.calls).containsExactly("read 1");
    }

    @Test
    void neighboursThatTouchNoPersistentFieldStayAsTheyWere() {
        String plain = "public class Shop { static class Other { int n; } static class Line { int id; } }";
        String mapped =
                "public class Shop { static class Other { int n; } @Mapped static class Line { @Id private int id; } }";
        byte[] before = TestCompiler.compile(plain).clean().classFile("p.Shop$Other");
        byte[] after = TestCompiler.compile(mapped).clean().classFile("p.Shop$Other");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void classesInUnreachableCodeDoNotStopTheEnhancement() {
        Compiled odd = TestCompiler.compile("""
                        @Mapped public class User {
                            @Id private Integer id;
                            public Integer getId() { if (false) { new Object() { Integer x() { return id; } }.x(); } return id; }
                        }
                        """).clean();
        assertThat(odd.create("p.User").$orm$get(0)).isNull();
    }
}
