package io.athanor.sql.tree;

/** What a SELECT is besides its nodes. */
record SelectOptions(
        boolean isDistinct,
        LabelStyle labelStyle,
        FetchMode fetchMode,
        boolean isAutoCorrelated,
        boolean isCorrelatedExcept,
        String comment) {
    static final SelectOptions NONE =
            new SelectOptions(false, LabelStyle.DISAMBIGUATE, FetchMode.ROWS, true, false, "");

    SelectOptions distinct() {
        return new SelectOptions(true, labelStyle, fetchMode, isAutoCorrelated, isCorrelatedExcept, comment);
    }

    SelectOptions labelled(LabelStyle style) {
        return new SelectOptions(isDistinct, style, fetchMode, isAutoCorrelated, isCorrelatedExcept, comment);
    }

    SelectOptions fetching(FetchMode mode) {
        return new SelectOptions(isDistinct, labelStyle, mode, isAutoCorrelated, isCorrelatedExcept, comment);
    }

    SelectOptions correlated(boolean isExcept) {
        return new SelectOptions(isDistinct, labelStyle, fetchMode, false, isExcept || isCorrelatedExcept, comment);
    }

    SelectOptions commented(String text) {
        return new SelectOptions(isDistinct, labelStyle, fetchMode, isAutoCorrelated, isCorrelatedExcept, text);
    }
}
