package io.athanor.tests.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All families. Each has a class of its own, several if it is long. */
final class CaseFamilies {
    private CaseFamilies() {}

    static Map<String, Function<Vocabulary, Object>> all() {
        Map<String, Function<Vocabulary, Object>> all = new LinkedHashMap<>();
        for (Cases family : List.of(
                SelectCases.all(),
                OrderCases.all(),
                JoinCases.all(),
                SubqueryCases.all(),
                SetOperationCases.all(),
                CteCases.all(),
                LimitCases.all(),
                OperatorCases.all(),
                TextOperatorCases.all(),
                FunctionCases.all(),
                CaseCastCases.all(),
                WindowCases.all(),
                TextBindCases.all(),
                DdlCases.all(),
                DdlChangeCases.all(),
                TypeCases.all(),
                QuotingCases.all(),
                DialectCases.postgresql(),
                DialectCases.mysql(),
                DialectCases.sqlite(),
                InsertCases.all(),
                UpdateDeleteCases.all())) {
            family.all().forEach((key, expression) -> {
                if (all.put(key, expression) != null) {
                    throw new IllegalStateException("Case [%s] is defined twice".formatted(key));
                }
            });
        }
        return all;
    }
}
