package io.athanor.sql.type;

import io.athanor.sql.error.ArgumentException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimals as text, exact wherever the database would keep a double. */
final class DecimalText extends ConvertedType<BigDecimal, String> {
    /** A sign and a point. */
    private static final int SIGNS = 2;

    private final int precision;
    private final int scale;

    DecimalText(int precision, int scale) {
        super(BigDecimal.class, SqlTypes.string(precision + SIGNS));
        this.precision = precision;
        this.scale = scale;
    }

    /** Digits behind the last one that is kept are refused, not rounded. */
    @Override
    protected String toStored(BigDecimal value) {
        boolean isFitting =
                value.stripTrailingZeros().scale() <= scale && value.precision() - value.scale() <= precision - scale;
        if (!isFitting) {
            throw new ArgumentException(
                    "A decimal of [%d] digits, [%d] of them behind the point, does not fit into [%d, %d]; widen the type, or round the value"
                            .formatted(value.precision(), value.scale(), precision, scale));
        }
        return value.setScale(scale, RoundingMode.UNNECESSARY).toPlainString();
    }

    @Override
    protected BigDecimal fromStored(String stored) {
        return new BigDecimal(stored);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DecimalText type && type.precision == precision && type.scale == scale;
    }

    @Override
    public int hashCode() {
        return 31 * precision + scale;
    }
}
