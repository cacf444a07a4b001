package io.athanor.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.Sql;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.error.OrmException;
import io.athanor.sql.tree.Hint;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No string is more than what it was given for: it is bound, quoted or refused, in every place and on every dialect. */
class InjectionTests {
    private static final long SEED = Long.getLong("hostile.seed", 20_240_614L);
    private static final int COUNT = Integer.getInteger("hostile.count", 10_000);
    private static final List<Target> TARGETS = Target.all();
    /** The first strings go to each dialect, the rest to one after the other, unless asked for otherwise. */
    private static final int ON_ALL = 400;

    private static final boolean ALL = Boolean.getBoolean("hostile.all");
    private static final int SHOWN = 10;

    private final Map<String, List<Tokens.Kind>> meant = new HashMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();

    static List<Target> targets() {
        return TARGETS;
    }

    @Test
    void everyDialectIsATarget() {
        assertThat(targets())
                .extracting(Target::name)
                .contains("default", "sqlite", "h2", "postgresql", "mariadb", "mysql");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void valuesNeverChangeTheTokens(Target target) {
        throwAt(ValuePlaces.all(), target);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void namesNeverChangeTheTokens(Target target) {
        throwAt(NamePlaces.all(), target);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void whatFewStatementsHaveNeverChangesTheTokens(Target target) {
        throwAt(FurtherPlaces.all(), target);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void namesAndTextsOfASchemaNeverChangeTheTokens(Target target) {
        throwAt(SchemaPlaces.all(), target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNION SELECT s FROM t", "x OR 1=1", "a FROM t", "x and 1"})
    void hintsAreNoClauses(String hostile) {
        assertThatThrownBy(() -> Hint.statement(hostile)).isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> Hint.keywords(hostile)).isInstanceOf(ArgumentException.class);
    }

    @Test
    void aMinusBeforeAMinusIsNoComment() {
        String sql = Sql.render(Sql.prefix(Operator.custom("-"), ValuePlaces.ID.negated(), SqlTypes.INTEGER));
        assertThat(sql).isEqualTo("-(-t.id)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "$$", "=1 OR", "a$", "%s", "--", "/*", "/*+"})
    void operatorsAreSignsOrWords(String hostile) {
        assertThatThrownBy(() -> Operator.custom(hostile)).isInstanceOf(ArgumentException.class);
    }

    private void throwAt(List<Place> places, Target target) {
        List<String> all = HostileStrings.of(SEED, COUNT);
        int turn = TARGETS.indexOf(target);
        for (int i = 0; i < all.size(); i++) {
            if (i < ON_ALL || ALL || i % TARGETS.size() == turn) {
                for (Place place : places) {
                    compare(place, target, all.get(i));
                }
            }
        }
        System.out.printf(
                "hostile strings: seed %d, %d strings in %d places of %s, refused %s%n",
                SEED, COUNT, places.size(), target.name(), refusals);
        assertThat(broken).as("of seed %d", SEED).isEmpty();
    }

    private void compare(Place place, Target target, String hostile) {
        String sql;
        try {
            sql = place.write(target, hostile);
        } catch (OrmException refused) {
            refusals.merge(place.name(), 1, Integer::sum);
            return;
        } catch (RuntimeException wrong) {
            report(place, hostile, wrong.toString());
            return;
        }
        List<Tokens.Kind> tokens = target.tokens(sql);
        String harmless = place.harmless().apply(hostile);
        List<Tokens.Kind> expected =
                meant.computeIfAbsent(place.name() + harmless, any -> target.tokens(place.write(target, harmless)));
        if (!tokens.equals(expected)) {
            report(place, hostile, sql);
        }
    }

    private void report(Place place, String hostile, String what) {
        if (broken.size() < SHOWN || broken.stream().noneMatch(each -> each.startsWith(place.name() + ":"))) {
            String shown = "%s: [%s] gives [%s]".formatted(place.name(), hostile, what);
            broken.add(shown.substring(0, Math.min(shown.length(), 400)).replace('\0', '\u2400'));
        }
    }
}
