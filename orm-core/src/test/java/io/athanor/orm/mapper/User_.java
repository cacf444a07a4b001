package io.athanor.orm.mapper;

import io.athanor.sql.tree.DerivedTable;

/** What the processor would write for {@link User}. */
final class User_ {
    private static final Ref SELF = new Ref();
    static final Attribute<User, Integer> id = SELF.id;
    static final Attribute<User, String> name = SELF.name;
    static final Attribute<User, User.Color> color = SELF.color;
    static final Attribute<User, Integer> age = SELF.age;

    private User_() {}

    static Ref entity() {
        return SELF;
    }

    static Ref as() {
        return new Ref("");
    }

    static Ref as(String alias) {
        return new Ref(alias);
    }

    static Ref as(DerivedTable source) {
        return new Ref(source);
    }

    static final class Ref extends EntityRef<User> {
        final Attribute<User, Integer> id = attribute("id", Integer.class);
        final Attribute<User, String> name = attribute("name", String.class);
        final Attribute<User, User.Color> color = attribute("color", User.Color.class);
        final Attribute<User, Integer> age = attribute("age", Integer.class);

        Ref() {
            super(User.class);
        }

        Ref(String alias) {
            super(User.class, alias);
        }

        Ref(DerivedTable source) {
            super(User.class, source);
        }
    }
}
