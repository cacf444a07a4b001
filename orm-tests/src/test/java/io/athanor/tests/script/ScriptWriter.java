package io.athanor.tests.script;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes up scripts: the same seed and number make the same script. */
final class ScriptWriter {
    private final SplittableRandom random;
    private final Model model = new Model();
    private int names;

    ScriptWriter(long seed, int number) {
        random = new SplittableRandom(seed * 1_000_003 + number);
    }

    List<Step> write() {
        List<Step> script = new ArrayList<>();
        int length = 6 + random.nextInt(30);
        int tries = 0;
        while (script.size() < length && tries++ < 3000) {
            Step step = any();
            if (step != null && step.fits().test(model)) {
                step.expected().accept(model);
                script.add(step);
            }
        }
        while (model.savepoints() > 0) {
            add(script, Savepoints.commit());
        }
        add(script, Works.commit());
        return script;
    }

    private void add(List<Step> script, Step step) {
        step.expected().accept(model);
        script.add(step);
    }

    private String name() {
        return "n" + names++;
    }

    private String fresh(Kind kind) {
        int number = 1;
        while (model.isUsed(kind.prefix() + number)) {
            number++;
        }
        return kind.prefix() + number;
    }

    private Kind anyKind() {
        return Kind.values()[random.nextInt(Kind.values().length)];
    }

    private Kind anyChild() {
        return Kind.CHILDREN.get(random.nextInt(Kind.CHILDREN.size()));
    }

    /** An object of the session, or null. */
    private String anyOf(Kind kind) {
        List<String> handles = model.memory().byHandle().keySet().stream()
                .filter(handle -> Kind.of(handle) == kind)
                .toList();
        return handles.isEmpty() ? null : handles.get(random.nextInt(handles.size()));
    }

    private Step any() {
        int choice = random.nextInt(100);
        if (choice < 18) {
            return anyNew();
        } else if (choice < 24) {
            return one(anyKind(), handle -> Changes.rename(handle, name()));
        } else if (choice < 52) {
            return anyRelated();
        } else if (choice < 60) {
            return one(anyKind(), Changes::delete);
        } else if (choice < 62) {
            return one(random.nextBoolean() ? Kind.PLAYER : Kind.CUP, Changes::keep);
        } else if (choice < 78) {
            return anyOfSession();
        }
        return anyOfKnowledge();
    }

    private Step one(Kind kind, java.util.function.Function<String, Step> step) {
        String handle = anyOf(kind);
        return handle == null ? null : step.apply(handle);
    }

    private Step anyNew() {
        Kind kind = anyKind();
        String handle = fresh(kind);
        if (!kind.isChild() || random.nextInt(4) == 0) {
            return Changes.add(handle, name());
        }
        if (random.nextInt(4) == 0) {
            String parent = kind == Kind.BRANCH ? handle + "0" : fresh(Kind.TEAM);
            return Changes.addWithParent(handle, parent, name());
        }
        return one(kind.parent(), parent -> Changes.addInto(handle, name(), parent));
    }

    private Step anyRelated() {
        int choice = random.nextInt(10);
        if (choice < 3) {
            return anyLink();
        }
        Kind kind = anyChild();
        String child = anyOf(kind);
        String parent = anyOf(kind.parent());
        if (child == null || parent == null) {
            return null;
        }
        return switch (choice) {
            case 3 -> Changes.moveByCollection(child, parent);
            case 4 -> Changes.moveByReference(child, parent);
            case 5 -> Changes.moveAfterReading(child, parent);
            case 6 -> Changes.takeByReference(child);
            case 7, 8 -> {
                String holder = model.memory().row(child).parent();
                yield holder == null ? null : Changes.takeByCollection(child, holder);
            }
            default -> Changes.replace(parent, kind, someChildren(kind, parent, child));
        };
    }

    private List<String> someChildren(Kind kind, String parent, String another) {
        List<String> children = new ArrayList<>(model.memory().children(parent, kind));
        children.removeIf(each -> random.nextBoolean());
        if (!children.contains(another)) {
            children.add(another);
        }
        return List.copyOf(children);
    }

    private Step anyLink() {
        String team = anyOf(Kind.TEAM);
        String cup = anyOf(Kind.CUP);
        if (team == null || cup == null) {
            return null;
        }
        boolean isByTeam = random.nextBoolean();
        return random.nextInt(3) > 0 ? Changes.link(team, cup, isByTeam) : Changes.unlink(team, cup, isByTeam);
    }

    private Step anyOfSession() {
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> Works.flush();
            case 4, 5, 6 -> Works.commit();
            case 7, 8 -> Works.rollback();
            case 9, 10 -> Savepoints.begin();
            case 11, 12 -> Savepoints.commit();
            case 13, 14 -> Savepoints.rollback();
            default -> one(anyKind(), Works::failedFlush);
        };
    }

    private Step anyOfKnowledge() {
        return switch (random.nextInt(13)) {
            case 11 -> Works.renameWithoutTeam(name());
            case 12 -> one(Kind.PLAYER, handle -> Changes.takeRow(handle, fresh(Kind.PLAYER), name()));
            case 0, 1 -> one(anyKind(), Works::expire);
            case 2 -> Works.expireAll();
            case 3, 4 -> one(anyKind(), Works::refresh);
            case 5 -> one(anyKind(), handle -> Works.expungeAndAdd(handle, name()));
            case 6 -> Works.query(anyKind());
            case 7 -> one(anyKind(), handle -> Merges.ofNew(handle, name()));
            case 8 -> one(anyKind(), handle -> Merges.ofDetached(handle, name()));
            default -> one(anyKind(), Works::read);
        };
    }
}
