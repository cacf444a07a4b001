package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GeneratedSourceTests {
    private static final String EMAIL = """
            public class EmailType extends io.athanor.sql.type.ConvertedType<StringBuilder, String> {
                public EmailType() { super(StringBuilder.class, io.athanor.sql.type.SqlTypes.STRING); }
                @Override protected String toStored(StringBuilder value) { return value.toString(); }
                @Override protected StringBuilder fromStored(String value) { return new StringBuilder(value); }
            }
            """;
    private static final String USER = """
            @Mapped(table = "users") public class User {
                @Id private Integer id;
                @Column(name = "email_address", nullable = false, unique = true, length = 30, references = "mails.address") private String email;
                private boolean active; @Convert(EmailType.class) private StringBuilder contact;
            }
            """;

    @Test
    void metamodelHasASymbolPerAttribute() {
        String source = TestCompiler.compile(USER, EMAIL).clean().generated("p.User_");
        assertThat(source)
                .contains("public final class User_ {")
                .contains("private static final Ref SELF = new Ref();")
                .contains("public static final Attribute<User, Integer> id = SELF.id;")
                .contains("public static final Attribute<User, Boolean> active = SELF.active;")
                .contains("private User_() {")
                .contains("public static Ref entity() {")
                .contains("public static Ref as() {")
                .contains("public static Ref as(String alias) {")
                .contains("public static Ref as(DerivedTable source) {")
                .contains("public static final class Ref extends EntityRef<User> {")
                .contains("public final Attribute<User, Boolean> active = attribute(\"active\", Boolean.class);");
    }

    @Test
    void descriptorSaysWhatTheAnnotationsSay() {
        String source = TestCompiler.compile(USER, EMAIL).clean().generated("p.User_Descriptor");
        assertThat(source)
                .contains("\nfinal class User_Descriptor implements Descriptor<User> {")
                .contains("return Mapping.declared(User.class, \"users\")")
                .contains(".attribute(\"id\", Integer.class, a -> a.id())")
                .contains(
                        ".attribute(\"email\", String.class, a -> a.column(\"email_address\").notNull().unique().length(30).references(\"mails.address\"))")
                .contains(".attribute(\"active\", boolean.class, a -> { })")
                .contains(".attribute(\"contact\", StringBuilder.class, a -> a.type(new EmailType()));");
    }

    @Test
    void packagePrivateClassHasAPackagePrivateMetamodel() {
        assertThat(TestCompiler.compile("@Mapped class User { @Id private Integer id; }")
                        .clean()
                        .generated("p.User_"))
                .contains("\nfinal class User_ {");
        assertThat(TestCompiler.compile("class Shop { @Mapped public static class Line { @Id private Integer id; } }")
                        .clean()
                        .generated("p.Line_"))
                .contains("\nfinal class Line_ {")
                .contains("Attribute<Shop.Line, Integer>");
    }

    @Test
    void nullnessOfAFieldIsCopied() {
        String source = TestCompiler.compile("""
                        @Mapped public class User {
                            @Id private Integer id; private @org.jspecify.annotations.Nullable String name;
                            private byte @org.jspecify.annotations.Nullable [] bytes;
                        }
                        """).clean().generated("p.User_");
        assertThat(source)
                .contains("import org.jspecify.annotations.Nullable;")
                .contains("public static final Attribute<User, @Nullable String> name")
                .contains("public static final Attribute<User, byte @Nullable []> bytes");
    }

    @Test
    void subclassRepeatsInheritedAttributes() {
        Compiled compiled = TestCompiler.compile(
                        "@Mapped public class Employee { @Id private Integer id; private String name; }",
                        "@Mapped(table = \"manager\") public class Manager extends Employee { private String title; }")
                .clean();
        assertThat(compiled.generated("p.Manager_"))
                .contains("Attribute<Manager, Integer> id")
                .contains("Attribute<Manager, String> name")
                .contains("Attribute<Manager, String> title");
        assertThat(compiled.generated("p.Manager_Descriptor"))
                .contains("Mapping.declared(Manager.class, \"manager\")\n")
                .contains(".extending(Employee.class)\n")
                .contains(".attribute(\"title\"")
                .doesNotContain(".attribute(\"name\"");
    }

    @Test
    void attributesMayHaveTheNamesOfGeneratedMembers() {
        Compiled compiled = TestCompiler.compile(
                        "@Mapped public class User { @Id private Integer as; private Integer entity, SELF, Ref, alias, source, type; }")
                .clean();
        assertThat(compiled.generated("p.User_")).contains("private static final Ref SELF_ = new Ref();");
    }

    @Test
    void classesMayHaveTheNamesOfImportedOnes() {
        TestCompiler.compile(
                        "@Mapped public class Attribute { @Id private Integer id; }",
                        "@Mapped public class String { @Id private Integer id; private java.lang.String name; }",
                        "@Mapped public class Ref { @Id private Integer id; }",
                        "@Mapped public class Override { @Id private Integer id; }",
                        "@Mapped public class Mapping { @Id private Integer id; }")
                .clean();
    }

    @Test
    void classInTheUnnamedPackageIsMapped() {
        Compiled compiled = new TestCompiler()
                .sources(
                        "/* unnamed */ @io.athanor.orm.mapping.Mapped\nclass User { @io.athanor.orm.mapping.Id private Integer id; }")
                .compile()
                .clean();
        assertThat(compiled.create("User").$orm$get(0)).isNull();
    }

    @Test
    void deprecatedClassCausesNoWarning() {
        new TestCompiler()
                .sources(
                        "@Deprecated @Mapped public class User { @Id private Integer id; @Deprecated private Old old; }",
                        "@Deprecated public enum Old { A }")
                .options("-Xlint:all,-processing", "-Werror")
                .compile()
                .clean();
    }
}
