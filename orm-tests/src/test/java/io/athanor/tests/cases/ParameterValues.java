package io.athanor.tests.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.type.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings recorded and own parameters into one form that can be compared. */
final class ParameterValues {
    private static final Pattern NAMED = Pattern.compile("'[^']*'|(?<![:\\w]):(\\w+)");

    /** The records note what JSON has no value for as an object of one of these. */
    private static final Set<String> MARKS = Set.of("timedelta", "date", "datetime", "symbol", "unset_bind");

    private ParameterValues() {}

    /** What was recorded: a list of values, or a map of them by name. */
    static String recorded(JsonNode params, Renaming renaming) {
        if (params.isArray()) {
            List<String> values = new ArrayList<>();
            params.forEach(value -> values.add(of(value, renaming)));
            return values.toString();
        }
        Map<String, String> byName = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : params.properties()) {
            byName.put(placeName(renaming.apply(entry.getKey())), of(entry.getValue(), renaming));
        }
        return byName.toString();
    }

    /** The records have a bind's own name, the text what SQLAlchemy makes of it. */
    private static String placeName(String name) {
        return name.replace('%', 'P').replace('(', 'A').replace(')', 'Z').replaceAll("\\W", "_");
    }

    private static String of(JsonNode value, Renaming renaming) {
        if (value.isNull()) {
            return "null";
        } else if (value.isNumber()) {
            boolean isRenamed = value.isIntegralNumber() && !renaming.isNone();
            return number(isRenamed ? BigDecimal.valueOf(renaming.number(value.asLong())) : value.decimalValue());
        } else if (value.isTextual()) {
            return "'" + (renaming.isNone() ? value.asText() : renaming.text(value.asText())) + "'";
        } else if (value.isBoolean()) {
            return String.valueOf(value.asBoolean());
        } else if (value.isArray()) {
            List<String> values = new ArrayList<>();
            value.forEach(each -> values.add(of(each, renaming)));
            return values.toString();
        } else if (value.isObject()
                && value.size() == 1
                && MARKS.contains(value.fieldNames().next())) {
            String text = value.elements().next().asText();
            return value.has("unset_bind") ? renaming.apply(text) : text;
        }
        return value.toString();
    }

    /** What was compiled here: values in order, or by name if the text has named places for them. */
    static String compiled(BoundStatement bound, boolean isNamed) {
        if (!isNamed) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < bound.values().length; i++) {
                values.add(of(madeBefore(bound, i)));
            }
            return values.toString();
        }
        Map<String, String> byName = new TreeMap<>();
        Iterator<String> names = NAMED.matcher(bound.sql())
                .results()
                .map(found -> found.group(1))
                .filter(Objects::nonNull)
                .iterator();
        for (int i = 0; i < bound.values().length; i++) {
            byName.put(names.next(), of(madeBefore(bound, i)));
        }
        return byName.toString();
    }

    /** The records were taken before execution, where the value of a column's default is not made yet. */
    private static @Nullable Object madeBefore(BoundStatement bound, int place) {
        boolean isExpanded =
                bound.values().length != bound.compiled().parameterTypes().size();
        return !isExpanded && bound.compiled().isDefault(place) ? null : bound.values()[place];
    }

    private static String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof Number number) {
            return number(new BigDecimal(number.toString()));
        } else if (value instanceof String text) {
            return "'" + text + "'";
        } else if (value instanceof List<?> list) {
            return list.stream().map(ParameterValues::of).toList().toString();
        } else if (value instanceof Json json) {
            return json.equals(Json.NULL) ? "JSON_NULL" : json.text().replaceAll("(?<=[:,]) ", "");
        } else if (value instanceof LocalDateTime time) {
            return time.toString().replace('T', ' ');
        } else if (value instanceof LocalDate date) {
            return date.toString();
        } else if (value instanceof Duration duration) {
            String days =
                    duration.toDays() == 0 ? "" : duration.toDays() == 1 ? "1 day, " : duration.toDays() + " days, ";
            return days
                    + "%d:%02d:%02d"
                            .formatted(duration.toHoursPart(), duration.toMinutesPart(), duration.toSecondsPart());
        }
        return value.toString();
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
