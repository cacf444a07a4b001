package io.athanor.orm.mapper;

import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapping.DeclaredMappings;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Mapping;

/** Refers to {@link User}; the members that access fields are left out. */
@Mapped
final class Address implements Instrumented {
    static final Attribute<Address, Integer> ID = Attribute.of(Address.class, "id", Integer.class);
    static final Attribute<Address, Integer> USER_ID = Attribute.of(Address.class, "userId", Integer.class);

    static {
        DeclaredMappings.register(
                Address.class,
                () -> Mapping.declared(Address.class, "")
                        .attribute("id", Integer.class, a -> a.id())
                        .attribute(
                                "userId",
                                Integer.class,
                                a -> a.column("user_id").references("users.id")),
                new Address());
    }
}
