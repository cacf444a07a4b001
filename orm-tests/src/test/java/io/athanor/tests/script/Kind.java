package io.athanor.tests.script;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The entities of the scripts, and how those that belong to another one are joined to it. */
enum Kind {
    TEAM(Team.class, Team::new),
    PLAYER(Player.class, Player::new),
    BADGE(Badge.class, Badge::new),
    CUP(Cup.class, Cup::new),
    BRANCH(Branch.class, Branch::new);

    static final List<Kind> CHILDREN = List.of(PLAYER, BADGE, BRANCH);

    final Class<? extends Item> type;
    private final Function<String, Item> constructor;

    Kind(Class<? extends Item> type, Function<String, Item> constructor) {
        this.type = type;
        this.constructor = constructor;
    }

    static Kind of(String handle) {
        for (Kind kind : values()) {
            if (handle.startsWith(kind.prefix())) {
                return kind;
            }
        }
        throw new IllegalArgumentException(handle);
    }

    String prefix() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    Item create(String name) {
        return constructor.apply(name);
    }

    boolean isChild() {
        return CHILDREN.contains(this);
    }

    /** What its parent is one of. */
    Kind parent() {
        return this == BRANCH ? BRANCH : TEAM;
    }

    String childrenProperty() {
        return this == PLAYER ? "Players" : this == BADGE ? "Badges" : "Twigs";
    }

    String parentProperty() {
        return this == BRANCH ? "Parent" : "Team";
    }

    /** The collection of a parent that children of this kind are in. */
    @SuppressWarnings("unchecked") // what is in a collection is of the kind that is asked for
    Collection<Item> children(Item parent) {
        Collection<? extends Item> children;
        if (this == BRANCH) {
            children = ((Branch) parent).getTwigs();
        } else {
            children = this == PLAYER ? ((Team) parent).getPlayers() : ((Team) parent).getBadges();
        }
        return (Collection<Item>) children;
    }

    /** Assign a collection. */
    @SuppressWarnings("unchecked") // likewise
    void setChildren(Item parent, List<? extends Item> children) {
        if (this == BRANCH) {
            ((Branch) parent).setTwigs((List<Branch>) children);
        } else if (this == PLAYER) {
            ((Team) parent).setPlayers((List<Player>) children);
        } else {
            ((Team) parent).setBadges(new java.util.LinkedHashSet<>((List<Badge>) children));
        }
    }

    Item parent(Item child) {
        if (this == BRANCH) {
            return ((Branch) child).getParent();
        }
        return this == PLAYER ? ((Player) child).getTeam() : ((Badge) child).getTeam();
    }

    void setParent(Item child, Item parent) {
        if (this == BRANCH) {
            ((Branch) child).setParent((Branch) parent);
        } else if (this == PLAYER) {
            ((Player) child).setTeam((Team) parent);
        } else {
            ((Badge) child).setTeam((Team) parent);
        }
    }

    static Set<Cup> cups(Item team) {
        return ((Team) team).getCups();
    }

    static List<Team> teams(Item cup) {
        return ((Cup) cup).getTeams();
    }
}
