package io.athanor.tests.cases;

import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.value;

import io.athanor.sql.tree.LikeEscape;

/** The family {@code operators}: text. */
final class TextOperatorCases {
    private TextOperatorCases() {}

    static Cases all() {
        Cases cases = new Cases("operators");
        cases.add("concat-plus", v -> v.account.name.concat(v.s("x")))
                .add("concat-rplus", v -> value(v.s("x")).concat(v.account.name))
                .add("concat-chain", v -> v.account.name.concat(v.s(" ")).concat(v.account.fullName))
                .add("collate", v -> v.account.name.collate("nocase").eq(v.s("x")))
                .add("collate-order", v -> v.account.name.collate("en_US"))
                .add("regexp", v -> v.account.name.regexp(v.s("^a")))
                .add("regexp-flags", v -> v.account.name.regexp(v.s("^a"), "i"));
        likes(cases);
        return cases;
    }

    private static void likes(Cases cases) {
        cases.add("like", v -> v.account.name.like(v.s("a%")))
                .add("like-escape", v -> v.account.name.like(v.s("10/%"), '/'))
                .add("notlike", v -> v.account.name.notLike(v.s("a%")))
                .add("ilike", v -> v.account.name.ilike(v.s("a%")))
                .add("ilike-escape", v -> v.account.name.ilike(v.s("a%"), '\\'))
                .add("startswith", v -> v.account.name.startsWith(v.s("a")))
                .add("startswith-autoescape", v -> v.account.name.startsWith(v.s("50%_"), LikeEscape.AUTO))
                .add("startswith-autoescape-slash", v -> v.account.name.startsWith(v.s("a/b%"), LikeEscape.AUTO))
                .add("startswith-autoescape-char", v -> v.account.name.startsWith(v.s("5%"), LikeEscape.auto('^')))
                .add("startswith-col", v -> v.account.name.startsWith(v.account.fullName))
                .add("istartswith", v -> v.account.name.istartsWith(v.s("a")))
                .add("contains", v -> v.account.name.contains(v.s("b")))
                .add("contains-autoescape", v -> v.account.name.contains(v.s("%"), LikeEscape.AUTO))
                .add("icontains", v -> v.account.name.icontains(v.s("b")))
                .add("not-contains", v -> not(v.account.name.contains(v.s("b"))))
                .add("not-startswith", v -> not(v.account.name.startsWith(v.s("b"))));
    }
}
