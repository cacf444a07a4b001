package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompileErrorTests {
    private static void refused(String message, int line, String... sources) {
        Compiled compiled = TestCompiler.compile(sources);
        assertThat(compiled.success).isFalse();
        assertThat(compiled.errors()).containsExactly(message);
        assertThat(compiled.diagnostics.get(0).getLineNumber()).isEqualTo(line);
    }

    @Test
    void persistentFieldMustBePrivate() {
        refused(
                "Persistent field [User.name] is not private, so that changes from other classes would go unseen; make it private, or transient if it is not persistent",
                3,
                "@Mapped class User { @Id private Integer id;\nString name; }");
    }

    @Test
    void persistentFieldMustNotBeFinal() {
        refused(
                "Persistent field [User.name] is final, so that it cannot be loaded; remove final, or make it transient if it is not persistent",
                3,
                "@Mapped class User { @Id private Integer id;\nprivate final String name = \"x\"; }");
    }

    @Test
    void staticFieldMustNotBeAnnotated() {
        refused(
                "Field [User.name] is static and therefore not persistent, but annotated with [@Column]; remove the one or the other",
                3,
                "@Mapped class User { @Id private Integer id;\n@Column(nullable = false) private static String name; }");
    }

    @Test
    void transientFieldMustNotBeAnnotated() {
        refused(
                "Field [User.name] is transient and therefore not persistent, but annotated with [@Column]; remove the one or the other",
                3,
                "@Mapped class User { @Id private Integer id;\n@Column(nullable = false) private transient String name; }");
    }

    @Test
    void recordIsRefused() {
        refused(
                "Type [p.Point] is a record and cannot be mapped, because the session must be able to create it and to change its fields; make it a class",
                2,
                "@Mapped record Point(int x) { }");
    }

    @Test
    void enumIsRefused() {
        refused(
                "Type [p.Point] is an enum and cannot be mapped, because the session must be able to create it and to change its fields; make it a class",
                2,
                "@Mapped enum Point { A }");
    }

    @Test
    void interfaceIsRefused() {
        refused(
                "Type [p.Point] is an interface and cannot be mapped, because the session must be able to create it and to change its fields; make it a class",
                2,
                "@Mapped interface Point { }");
    }

    @Test
    void annotationIsRefused() {
        refused(
                "Type [p.Point] is an annotation and cannot be mapped, because the session must be able to create it and to change its fields; make it a class",
                2,
                "@Mapped @interface Point { }");
    }

    @Test
    void classNeedsAnId() {
        refused(
                "Mapped class [p.User] has no id; annotate the field or fields of its primary key with @Id",
                2,
                "@Mapped class User { private Integer id; }");
    }

    @Test
    void idMayBeInherited() {
        TestCompiler.compile(
                        "@Mapped class User { @Id private Integer id; }",
                        "@Mapped class Admin extends User { private String key; }")
                .clean();
    }

    @Test
    void inheritedNameIsTaken() {
        refused(
                "Persistent field [Admin.name] has the name of the inherited [User.name]; rename one of them",
                3,
                "@Mapped class Admin extends User {\nprivate String name; }",
                "@Mapped class User { @Id private Integer id; private String name; }");
    }

    @Test
    void memberMustNotBeginAsGeneratedOnesDo() {
        refused(
                "Member [User.$orm$x] begins with [$orm$], which generated members use; rename it",
                3,
                "@Mapped class User { @Id private Integer id;\nvoid $orm$x() { } }");
        refused(
                "Member [User.$orm$state] begins with [$orm$], which generated members use; rename it",
                3,
                "@Mapped class User { @Id private Integer id;\nprivate transient Object $orm$state; }");
    }

    @Test
    void superclassNeedsAConstructorWithoutParameters() {
        refused(
                "Superclass [p.Base] of mapped class [p.User] has no accessible constructor without parameters; add one, at least protected, or map [p.Base] too",
                2,
                "@Mapped class User extends Base { @Id private Integer id; User() { super(1); } }",
                "class Base { Base(int x) { } private Base() { } }");
        refused(
                "Superclass [q.Base] of mapped class [p.User] has no accessible constructor without parameters; add one, at least protected, or map [q.Base] too",
                2,
                "@Mapped class User extends q.Base { @Id private Integer id; User() { super(1); } }",
                "package q; public class Base { protected Base(int x) { } Base() { } }");
    }

    @Test
    void innerClassIsRefused() {
        refused(
                "Mapped class [p.Shop.Line] is an inner class, which cannot be created without an instance of [p.Shop]; make it static",
                3,
                "class Shop {\n@Mapped class Line { @Id private Integer id; } }");
    }

    @Test
    void privateClassIsRefused() {
        refused(
                "Class [p.Shop.Line] is private, so that the metamodel of [p.Shop.Line] cannot name it; make it package-private",
                3,
                "class Shop {\n@Mapped private static class Line { @Id private Integer id; } }");
    }

    @Test
    void fieldTypeNeedsASqlType() {
        refused(
                "Persistent field [User.tags] has type [java.util.List<java.lang.String>], which no SQL type stands for; annotate it with @Convert, or make it transient if it is not persistent",
                3,
                "@Mapped class User { @Id private Integer id;\nprivate List<String> tags; }");
        refused(
                "Persistent field [User.small] has type [byte], which no SQL type stands for; annotate it with @Convert, or make it transient if it is not persistent",
                3,
                "@Mapped class User { @Id private Integer id;\nprivate byte small; }");
    }

    @Test
    void privateFieldTypeIsRefused() {
        refused(
                "Type [p.User.Kind] of persistent field [User.kind] is private, so that the metamodel cannot name it; make it package-private",
                3,
                "@Mapped class User { @Id private Integer id;\nprivate Kind kind; private enum Kind { A } }");
    }

    @Test
    void everySupportedTypeIsAccepted() {
        TestCompiler.compile("""
                        @Mapped class User {
                            @Id private Integer id; private int i; private Long l; private long m; private Short s; private short t;
                            private Float f; private float g; private Double d; private double e; private Boolean b; private boolean c;
                            private String string; private java.math.BigDecimal decimal; private java.time.LocalDate date;
                            private java.time.LocalTime time; private java.time.LocalDateTime dateTime;
                            private java.time.OffsetDateTime offset; private java.time.Instant instant;
                            private java.time.Duration duration; private byte[] bytes; private UUID uuid; private Kind kind;
                            enum Kind { A }
                        }
                        """).clean();
    }

    @Test
    void twoClassesOfOneNameInAPackageAreRefused() {
        refused(
                "Mapped classes [p.Shop.Line] and [p.Store.Line] would both have the metamodel [p.Line_]; rename one of them",
                3,
                "class Shop { @Mapped static class Line { @Id private Integer id; } }",
                "class Store {\n@Mapped static class Line { @Id private Integer id; } }");
    }

    @Test
    void handWrittenMetamodelIsInTheWay() {
        Compiled compiled = TestCompiler.compile("@Mapped class User { @Id private Integer id; }", "class User_ { }");
        assertThat(compiled.errors())
                .singleElement()
                .asString()
                .startsWith("Metamodel [User_] of mapped class [p.User] cannot be written [")
                .endsWith("]; rename or remove what stands in its place");
    }

    @Test
    void referencesNamesTableAndColumn() {
        for (String wrong : new String[] {"users", "users.", ".id", "users id", "a.b.c"}) {
            refused(
                    "Field [User.boss] references [" + wrong
                            + "], which is not of the form [table.column]; name the table and its column, as in [users.id]",
                    3,
                    "@Mapped class User { @Id private Integer id;\n@Column(references = \"" + wrong
                            + "\") private Integer boss; }");
        }
    }

    @Test
    void lengthIsForStrings() {
        String message =
                "Field [User.x] has length [%d], but only a string without a converter can have one, of at least 1; correct the length or leave it out";
        refused(
                message.formatted(3),
                3,
                "@Mapped class User { @Id private Integer id;\n@Column(length = 3) private Integer x; }");
        refused(
                message.formatted(0),
                3,
                "@Mapped class User { @Id private Integer id;\n@Column(length = 0) private String x; }");
    }

    @Test
    void annotatedFieldOfAPlainClassIsRefused() {
        refused(
                "Field [Base.id] is annotated with [@Id], but its class [p.Base] is not mapped; annotate the class with @Mapped",
                3,
                "class Base {\n@Id private Integer id; }");
    }

    @Test
    void converterMustFitTheField() {
        refused(
                "Converter [p.Upper] is for [java.lang.String], but persistent field [User.age] has type [int]; name another converter or change the field",
                3,
                "@Mapped class User { @Id private Integer id;\n@Convert(Upper.class) private int age; }",
                converter("", "String", "Upper() {"));
    }

    @Test
    void converterMustBeCreatable() {
        String message =
                "Converter [p.Upper] of persistent field [User.name] cannot be created; make it a static class that is not abstract, with a constructor without parameters that package [p] may call";
        String user = "@Mapped class User { @Id private Integer id;\n@Convert(Upper.class) private String name; }";
        refused(message, 3, user, converter("abstract ", "String", "Upper() {"));
        refused(message, 3, user, converter("", "String", "Upper(int x) {"));
        refused(message, 3, user, converter("", "String", "private Upper() {"));
    }

    private static String converter(String modifier, String type, String constructor) {
        return """
                %1$sclass Upper extends io.athanor.sql.type.ConvertedType<%2$s, String> {
                    %3$s super(%2$s.class, io.athanor.sql.type.SqlTypes.STRING); }
                    @Override protected String toStored(%2$s value) { return value; }
                    @Override protected %2$s fromStored(String value) { return value; }
                }
                """.formatted(modifier, type, constructor);
    }

    @Test
    void missingTypesAreLeftToTheCompiler() {
        Compiled compiled = TestCompiler.compile("@Mapped class User { @Id private Integer id; private Missing m; }");
        assertThat(compiled.errors()).hasSize(1).first().asString().contains("cannot find symbol");
    }
}
