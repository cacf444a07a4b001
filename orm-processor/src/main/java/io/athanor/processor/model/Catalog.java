package io.athanor.processor.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The tables of the mapped classes that the compilation has seen, by name. */
final class Catalog {
    private final Map<String, TypeElement> tables = new HashMap<>();
    private final Set<String> associations = new HashSet<>();

    void add(TypeElement type) {
        tables.put(tableOf(type), type);
        RelationshipReader.associations(type).forEach(each -> associations.add(each.table()));
    }

    static String tableOf(TypeElement type) {
        String stated = OrmAnnotations.value(OrmAnnotations.find(type, OrmAnnotations.MAPPED), "table", "");
        return stated.isEmpty() ? type.getSimpleName().toString() : stated;
    }

    @Nullable TypeElement find(String table) {
        return tables.get(table);
    }

    boolean hasTable(String table) {
        return tables.containsKey(table) || associations.contains(table);
    }
}
