package io.athanor.tests.model;

import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.SqlTypes;

/** Stores an {@link Email} in lower case. */
public final class EmailType extends ConvertedType<Email, String> {
    public EmailType() {
        super(Email.class, SqlTypes.STRING);
    }

    @Override
    protected String toStored(Email value) {
        return value.address().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    protected Email fromStored(String stored) {
        return new Email(stored);
    }
}
