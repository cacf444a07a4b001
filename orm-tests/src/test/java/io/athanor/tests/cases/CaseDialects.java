package io.athanor.tests.cases;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.DialectProvider;
import io.athanor.sql.compile.CompileRules;
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
            Dialect dialect = provider.create();
            all.add(new CaseDialect(
                    dialect.name(), () -> dialect.compiler(CompileRules.NONE), dialect.ddl(CompileRules.NONE)));
        }
        return all;
    }
}
