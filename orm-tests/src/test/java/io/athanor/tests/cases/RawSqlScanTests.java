package io.athanor.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.sql.error.OrmException;
import io.athanor.sql.tree.CustomExpression;
import io.athanor.sql.tree.LiteralColumn;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A case is matched by typed expressions; raw SQL stands only where the case is about it. */
class RawSqlScanTests {
    private static final Pattern ABOUT_RAW_SQL = Pattern.compile("text|literal|raw|custom|prefix|suffix|bare");
    /** What the library writes itself: the star of a count, the wildcards of LIKE. */
    private static final Set<String> OWN = Set.of("*", "'%'", "CURRENT_TIMESTAMP");

    private static boolean isRaw(SqlNode node) {
        boolean isLiteral = node instanceof LiteralColumn<?> literal && !OWN.contains(literal.sql());
        boolean isOfTheUser = node instanceof CustomExpression<?>
                && node.getClass().getPackageName().startsWith("io.athanor.tests");
        return isLiteral || isOfTheUser || node instanceof Text;
    }

    private static boolean holdsRawSql(SqlNode node, int depth) {
        return isRaw(node) || depth < 40 && node.children().stream().anyMatch(child -> holdsRawSql(child, depth + 1));
    }

    @Test
    void rawSqlStandsOnlyInCasesThatNameIt() {
        Map<String, String> descriptions = new HashMap<>();
        RecordedCase.all()
                .forEach(each -> descriptions.put(
                        each.key(), (each.name() + " " + each.description()).toLowerCase(Locale.ROOT)));
        List<String> offenders = new ArrayList<>();
        CaseFamilies.all().forEach((key, expression) -> {
            try {
                Object built = expression.apply(new Vocabulary(Renaming.none()));
                boolean isNamed = ABOUT_RAW_SQL.matcher(descriptions.get(key)).find();
                if (built instanceof SqlNode node && !isNamed && holdsRawSql(node, 0)) {
                    offenders.add(key + ": " + descriptions.get(key));
                }
            } catch (OrmException refused) {
                // Refused when built: there is nothing that could be raw SQL.
                assertThat(refused).hasMessageMatching("(?s).+");
            }
        });
        assertThat(offenders).isEmpty();
    }
}
