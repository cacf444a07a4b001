package io.athanor.sql.tree;

import java.util.ArrayList;
import java.util.List;

/** What a SELECT is besides its nodes. */
record SelectOptions(
        boolean isDistinct,
        LabelStyle labelStyle,
        FetchMode fetchMode,
        boolean isAutoCorrelated,
        boolean isCorrelatedExcept,
        String comment,
        List<StatementOption> more) {
    static final SelectOptions NONE =
            new SelectOptions(false, LabelStyle.DISAMBIGUATE, FetchMode.ROWS, true, false, "", List.of());

    SelectOptions distinct() {
        return new SelectOptions(true, labelStyle, fetchMode, isAutoCorrelated, isCorrelatedExcept, comment, more);
    }

    SelectOptions labelled(LabelStyle style) {
        return new SelectOptions(isDistinct, style, fetchMode, isAutoCorrelated, isCorrelatedExcept, comment, more);
    }

    SelectOptions fetching(FetchMode mode) {
        return new SelectOptions(isDistinct, labelStyle, mode, isAutoCorrelated, isCorrelatedExcept, comment, more);
    }

    SelectOptions correlated(boolean isExcept) {
        return new SelectOptions(
                isDistinct, labelStyle, fetchMode, false, isExcept || isCorrelatedExcept, comment, more);
    }

    SelectOptions commented(String text) {
        return new SelectOptions(isDistinct, labelStyle, fetchMode, isAutoCorrelated, isCorrelatedExcept, text, more);
    }

    SelectOptions with(List<StatementOption> others) {
        List<StatementOption> all = new ArrayList<>(more);
        all.addAll(others);
        return new SelectOptions(
                isDistinct, labelStyle, fetchMode, isAutoCorrelated, isCorrelatedExcept, comment, List.copyOf(all));
    }
}
