package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelationshipErrorTests {
    private static final String USER =
            "@Mapped(table = \"users\") class User { @Id private Integer id; private String name;\n%s }";
    private static final String ADDRESS = "@Mapped class Address { @Id private Integer id; private String email;\n%s\n"
            + "@Relationship(backPopulates = \"addresses\") private User user; }";
    private static final String USER_ID = "@Column(references = \"users.id\") private Integer userId;";

    private static void refused(String message, String user, String address) {
        Compiled compiled = TestCompiler.compile(USER.formatted(user), ADDRESS.formatted(address));
        assertThat(compiled.success).isFalse();
        assertThat(compiled.errors()).contains(message);
    }

    @Test
    void relationshipsThatFitCompile() {
        TestCompiler.compile(
                        USER.formatted(
                                "@Relationship(backPopulates = \"user\", orderBy = \"email desc, id\") private List<Address> addresses;"),
                        ADDRESS.formatted(USER_ID))
                .clean();
    }

    @Test
    void backPopulatesMustNameARelationship() {
        refused(
                "Relationship [User.addresses] back-populates [Address.usr], which is no relationship; class [Address] has [user]",
                "@Relationship(backPopulates = \"usr\") private List<Address> addresses;",
                USER_ID);
    }

    @Test
    void eachSideMustNameTheOther() {
        refused(
                "Relationship [Address.user] back-populates [User.addresses], which back-populates [nothing]; let each name the other",
                "@Relationship private List<Address> addresses;",
                USER_ID);
    }

    @Test
    void orderMustNameColumnFields() {
        refused(
                "Relationship [User.addresses] is sorted by [mail], which is no column field of [Address], perhaps with asc or desc; it has [id, email, userId]",
                "@Relationship(backPopulates = \"user\", orderBy = \"mail\") private List<Address> addresses;",
                USER_ID);
    }

    @Test
    void referencesMustNameAColumnOfTheTable() {
        refused(
                "Field [Address.userId] references [users.key], but the table has no such column; it has [id, name]",
                "@Relationship(backPopulates = \"user\") private List<Address> addresses;",
                "@Column(references = \"users.key\") private Integer userId;");
    }

    @Test
    void secondaryMustBeDeclared() {
        refused(
                "Relationship [User.addresses] goes through table [links], which no mapped class declares; declare it by @Association, or correct the name",
                "@Relationship(backPopulates = \"user\", secondary = \"links\") private List<Address> addresses;",
                USER_ID);
    }

    @Test
    void mapNeedsItsKey() {
        refused(
                "Relationship [User.addresses] is a map without a key; name a field of [Address] by keyedBy",
                "@Relationship(backPopulates = \"user\") private Map<String, Address> addresses;",
                USER_ID);
    }

    @Test
    void typeMustBeMapped() {
        refused(
                "Field [User.addresses] is a relationship, but its type [java.util.List<java.lang.String>] is neither a mapped class nor a Collection, List, Set, SortedSet, Map, DynamicCollection or WriteOnlyCollection of one; correct the type, or annotate the other class with @Mapped",
                "@Relationship private List<String> addresses;",
                USER_ID);
    }

    @Test
    void mappedClassNeedsTheAnnotation() {
        refused(
                "Persistent field [User.home] refers to a mapped class; annotate it with @Relationship, or make it transient if it is not persistent",
                "private Address home; @Relationship(backPopulates = \"user\") private List<Address> addresses;",
                USER_ID);
    }

    @Test
    void conditionMustBeAMethod() {
        refused(
                "Relationship [User.addresses] joins on [boston], which is no static method of [User] without parameters that the package may call; add one that returns a Condition",
                "@Relationship(backPopulates = \"user\", joinOn = \"boston\") private List<Address> addresses;",
                USER_ID);
    }
}
