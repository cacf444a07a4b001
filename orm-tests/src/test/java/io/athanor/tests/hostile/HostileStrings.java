package io.athanor.tests.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Strings made of all that means something to some database; a seed gives the same ones again. */
final class HostileStrings {
    private static final String[] PIECES = {
        "'",
        "''",
        "\"",
        "\"\"",
        "`",
        "``",
        "[",
        "]",
        "]]",
        "\\",
        "\\'",
        "\\\\",
        "\\\"",
        ";",
        "--",
        "-- ",
        "#",
        "/*",
        "*/",
        "/*!",
        "/*+",
        "\0",
        "\n",
        "\r\n",
        "\t",
        " ",
        "  ",
        "?",
        "??",
        ":name",
        "::",
        "$1",
        "$$",
        "$a$",
        "%",
        "%s",
        "%(a)s",
        "_",
        "||",
        "|",
        "&",
        "(",
        ")",
        "{",
        "}",
        "{d '",
        "@",
        "@@x",
        ",",
        ".",
        "=",
        "<>",
        "!",
        "~",
        "^",
        "+",
        "-",
        "*",
        "/",
        "\ud800",
        "\udc00",
        "\u2019",
        "\u02bc",
        "\uff07",
        "\u00e9",
        "\u0130",
        "\ud83d\ude00",
        "\u200b",
        "\u2028",
        "\ufeff",
        "\u0001",
        "\b",
        "\u001a",
        "\u007f",
        "0",
        "1",
        "1e9",
        "0x41",
        "a",
        "B",
        "name",
        "x_1",
        "E'",
        "N'",
        "x'41'",
        "U&\"",
        "SELECT",
        "select",
        "UNION ALL SELECT",
        "DROP TABLE t",
        " OR 1=1",
        "NULL",
        "true",
        "default",
        "user",
        "from",
        "where",
        "' OR '1'='1",
        "'); DROP TABLE t; --",
        "\"; DROP TABLE t; --",
        "`; DROP TABLE t; #",
        "*/ DROP TABLE t /*",
        "ESCAPE",
        "admin'--",
        "\\'; DROP TABLE t; -- ",
        "\u00bf\u0027",
        "BEGIN",
        "END",
        "ATTACH",
        "PRAGMA",
        "CAST(",
        "sleep(9)"
    };
    private static final int LONG = 3000;

    private HostileStrings() {}

    static List<String> of(long seed, int count) {
        Random random = new Random(seed);
        List<String> all = new ArrayList<>(List.of(PIECES));
        all.add("");
        while (all.size() < count) {
            all.add(next(random));
        }
        return all.subList(0, count);
    }

    private static String next(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(6);
        for (int i = 0; i < pieces; i++) {
            String piece = PIECES[random.nextInt(PIECES.length)];
            text.append(piece);
            if (random.nextInt(5) == 0) {
                text.append((char) random.nextInt(0x250));
            }
        }
        boolean isLong = random.nextInt(200) == 0;
        return isLong ? text.toString().repeat(LONG / text.length() + 1) : text.toString();
    }
}
