package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.instrument.Instrumented;
import org.junit.jupiter.api.Test;

class RegistrationTests {
    @Test
    void registrationComesBeforeTheUsersOwnInitialisers() {
        Compiled compiled = TestCompiler.compile(
                        """
                        @Mapped public class User {
                            private static final User FIRST = new User();
                            private static int loops = 0;
                            static { while (loops < 3) { loops++; } FIRST.id = loops; }
                            @Id private Integer id;
                            public static Integer first() { return FIRST.id; }
                        }
                        """)
                .clean();
        assertThat(compiled.callStatic("p.User", "first")).isEqualTo(3);
    }

    @Test
    void loopAtTheVeryStartOfAnInitialiserStillWorks() {
        Compiled compiled = TestCompiler.compile(
                        """
                        @Mapped public class User {
                            @Id private Integer id; static int n;
                            static { while (n < 5) { n++; } }
                            public static int n() { return n; }
                        }
                        """)
                .clean();
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
                        """,
                        "@Mapped public class Low extends Top { private String name = \"low\"; }")
                .clean();
        Instrumented low = (Instrumented) compiled.callStatic("p.Top", "low");
        assertThat(low.$orm$get(1)).isEqualTo("low");
    }
}
