package io.athanor.tests.hostile;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Somewhere that takes a string: the SQL that comes of one there, and the harmless string to compare with. */
record Place(String name, BiFunction<Target, String, String> sql, UnaryOperator<String> harmless) {
    static Place of(String name, BiFunction<Target, String, String> sql) {
        return new Place(name, sql, hostile -> hostile.isEmpty() ? "" : "plain");
    }

    /** A place where several words may stand, each of them for itself. */
    static Place ofWords(String name, BiFunction<Target, String, String> sql) {
        return new Place(
                name, sql, hostile -> hostile.replaceAll("[A-Za-z_]", "a").replaceAll("[0-9]", "1"));
    }

    String write(Target target, String text) {
        return sql.apply(target, text);
    }
}
