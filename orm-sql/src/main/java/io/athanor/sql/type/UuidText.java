package io.athanor.sql.type;

import io.athanor.sql.error.ArgumentException;
import java.util.UUID;

/** UUIDs as text without dashes. */
final class UuidText extends ConvertedType<UUID, String> {
    private static final int DIGITS = 32;
    private static final int HEXADECIMAL = 16;

    UuidText() {
        super(UUID.class, SqlTypes.character(DIGITS));
    }

    @Override
    protected String toStored(UUID value) {
        return value.toString().replace("-", "");
    }

    @Override
    protected UUID fromStored(String stored) {
        String digits = stored.replace("-", "");
        if (digits.length() != DIGITS) {
            throw new ArgumentException("The database holds [%d] characters where a UUID of [%d] digits is expected"
                    .formatted(digits.length(), DIGITS));
        }
        return new UUID(
                Long.parseUnsignedLong(digits, 0, HEXADECIMAL, HEXADECIMAL),
                Long.parseUnsignedLong(digits, HEXADECIMAL, DIGITS, HEXADECIMAL));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UuidText;
    }

    @Override
    public int hashCode() {
        return UuidText.class.hashCode();
    }
}
