package io.athanor.examples.shop;

import static io.athanor.sql.type.SqlTypes.STRING;

import io.athanor.sql.type.ConvertedType;

/** Stores an e-mail address as text. */
final class EmailType extends ConvertedType<Email, String> {
    EmailType() {
        super(Email.class, STRING);
    }

    @Override
    protected String toStored(Email email) {
        return email.text();
    }

    @Override
    protected Email fromStored(String text) {
        return new Email(text);
    }
}
