package io.athanor.tests.cases;

import io.athanor.engine.dialect.DialectProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The dialects of the records that are on the path. */
final class CaseDialects {
    private CaseDialects() {}

    static List<CaseDialect> all() {
        List<CaseDialect> all = new ArrayList<>();
        all.add(CaseDialect.standard());
        for (DialectProvider provider : ServiceLoader.load(DialectProvider.class)) {
            all.add(CaseDialect.of(provider.create()));
        }
        return all;
    }
}
