package io.athanor.dialect.h2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names between what was declared and what H2 stores. H2 folds names without quotes, to upper case unless it is told
 * otherwise; which way is seen from the label of a column, which is folded too.
 *
 * @param isUpper whether names without quotes are stored in upper case
 */
record H2Names(boolean isUpper) {
    /** The names of a result whose first column has a label without quotes. */
    static H2Names of(ResultSet rows) throws SQLException {
        String label = rows.getMetaData().getColumnLabel(1);
        return new H2Names(label.equals(label.toUpperCase(Locale.ROOT)));
    }

    /** What one would declare to get a stored name. */
    String declared(String stored) {
        String lower = stored.toLowerCase(Locale.ROOT);
        boolean isFolded =
                isUpper && stored.equals(stored.toUpperCase(Locale.ROOT)) && !H2Words.QUOTER.requiresQuotes(lower);
        return isFolded ? lower : stored;
    }

    /** What a declared name is stored as. */
    String stored(String declared) {
        return isUpper && !H2Words.QUOTER.requiresQuotes(declared) ? declared.toUpperCase(Locale.ROOT) : declared;
    }

    /** Whether a stored name would be folded away if it was not quoted. */
    boolean isQuoted(String stored) {
        return isUpper && !H2Words.QUOTER.requiresQuotes(stored) && !stored.equals(stored.toUpperCase(Locale.ROOT));
    }

    /** By the declared name; where two stored names make one, the one that needs no quotes goes first. */
    <T> Map<String, T> byDeclaredName(Map<String, T> byStoredName) {
        Map<String, T> byName = new LinkedHashMap<>();
        byStoredName.forEach((stored, value) -> {
            if (isQuoted(stored)) {
                byName.putIfAbsent(declared(stored), value);
            } else {
                byName.put(declared(stored), value);
            }
        });
        return byName;
    }

    /** The stored names that a declared one may stand for. */
    static List<String> candidates(Iterable<String> declared) {
        List<String> stored = new ArrayList<>();
        for (String name : declared) {
            stored.add(name);
            if (!H2Words.QUOTER.requiresQuotes(name)) {
                stored.add(name.toUpperCase(Locale.ROOT));
            }
        }
        return stored;
    }
}
