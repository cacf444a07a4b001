package io.athanor.sql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the binds of raw SQL, of which there are none in literals, quoted names and comments. */
final class TextScan {
    private static final Pattern BIND = Pattern.compile("(?<![:\\w\\\\]):(\\w+)(?!:)");

    /** What is passed over whole. What is not closed is no quote. */
    private static final Pattern QUOTED = Pattern.compile(
            "'[^']*+'|\"[^\"]*+\"|`[^`]*+`|--[^\\n]*+|/\\*.*?\\*/|(?<![\\w$])(\\$(?:[A-Za-z_]\\w*+)?+\\$).*?\\1",
            Pattern.DOTALL);

    /** The text between the binds, one piece more than there are binds. */
    final List<String> pieces = new ArrayList<>();

    /** The names of the binds in the order of the text; a name may occur again. */
    final List<String> names = new ArrayList<>();

    TextScan(String sql) {
        Matcher bind = BIND.matcher(sql);
        Matcher quoted = QUOTED.matcher(sql);
        int start = 0;
        int at = 0;
        boolean isQuoted = quoted.find();
        while (bind.find(at)) {
            while (isQuoted && quoted.end() <= bind.start()) {
                isQuoted = quoted.find();
            }
            if (isQuoted && quoted.start() < bind.start()) {
                at = quoted.end();
                if (at >= sql.length()) {
                    break;
                }
                continue;
            }
            pieces.add(unescape(sql.substring(start, bind.start())));
            names.add(bind.group(1));
            start = bind.end();
            at = start;
        }
        pieces.add(unescape(sql.substring(start)));
    }

    private static String unescape(String piece) {
        return piece.replace("\\:", ":");
    }
}
