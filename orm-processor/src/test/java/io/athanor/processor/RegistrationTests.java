package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapping.Declaration;
import io.athanor.orm.mapping.DeclaredMappings;
import io.athanor.orm.mapping.Mapping;
import org.junit.jupiter.api.Test;

class RegistrationTests {
    @Test
    void mappedClassAnnouncesItsMapping() {
        Compiled compiled = TestCompiler.compile(
                        "@Mapped(table = \"users\") public class User { @Id private Integer id; private boolean active; }")
                .clean();
        Declaration<?> declaration = DeclaredMappings.find(compiled.load("p.User"));
        assertThat(declaration).isNotNull();
        assertThat(declaration.prototype()).isExactlyInstanceOf(compiled.load("p.User"));
        Mapping<?> mapping = declaration.mapping();
        assertThat(mapping).isNotNull();
        assertThat(mapping.tableName()).isEqualTo("users");
        assertThat(mapping.ids()).containsExactly("id");
        assertThat(declaration.fields())
                .containsExactly(
                        new Declaration.Field("id", Integer.class), new Declaration.Field("active", boolean.class));
    }

    @Test
    void nestedClassIsFoundByItsSimpleName() {
        Compiled compiled = TestCompiler.compile(
                        "class Shop { static class Deep { @Mapped static class Line { @Id private Integer id; } } }")
                .clean();
        assertThat(DeclaredMappings.find(compiled.load("p.Shop$Deep$Line")).mapping())
                .isNotNull();
        assertThat(compiled.load("p.Line_Descriptor")).isPackagePrivate();
    }

    @Test
    void abstractClassHasNoPrototype() {
        Compiled compiled = TestCompiler.compile("@Mapped public abstract class Base { @Id private Integer id; }")
                .clean();
        assertThat(DeclaredMappings.find(compiled.load("p.Base")).prototype()).isNull();
    }

    @Test
    void registrationComesBeforeTheUsersOwnInitialisers() {
        Compiled compiled = TestCompiler.compile("""
                        @Mapped public class User {
                            private static final User FIRST = new User();
                            private static int loops = 0;
                            static { while (loops < 3) { loops++; } FIRST.id = loops; }
                            @Id private Integer id;
                            public static Integer first() { return FIRST.id; }
                        }
                        """).clean();
        assertThat(compiled.callStatic("p.User", "first")).isEqualTo(3);
    }

    @Test
    void loopAtTheVeryStartOfAnInitialiserStillWorks() {
        Compiled compiled = TestCompiler.compile("""
                        @Mapped public class User {
                            @Id private Integer id; static int n;
                            static { while (n < 5) { n++; } }
                            public static int n() { return n; }
                        }
                        """).clean();
        assertThat(compiled.callStatic("p.User", "n")).isEqualTo(5);
    }

    @Test
    void superclassMayMakeAnInstanceOfItsSubclass() {
        Compiled compiled = TestCompiler.compile(
                        """
                        @Mapped public class Top {
                            @Id private Integer id; static final Top LOW = new Low();
                            public static Top low() { return LOW; }
                        }
                        """, "@Mapped public class Low extends Top { private String name = \"low\"; }")
                .clean();
        Instrumented low = (Instrumented) compiled.callStatic("p.Top", "low");
        assertThat(low.$orm$get(1)).isEqualTo("low");
    }
}
