package io.athanor.orm.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Keeps the members only by what it is told, and notes what that was. */
final class Witness implements CollectionOwner {
    final Set<Object> members = Collections.newSetFromMap(new IdentityHashMap<>());
    final List<String> told = new ArrayList<>();
    List<Object> stored = List.of();
    int loads;
    RuntimeException refusal;

    @Override
    public Instrumented instance() {
        throw new UnsupportedOperationException("nobody has the collections of these tests");
    }

    @Override
    public int relationship() {
        return 0;
    }

    @Override
    public void load(CollectionAdapter collection) {
        loads++;
        collection.fill(stored);
        members.clear();
        members.addAll(collection.snapshot());
    }

    @Override
    public void check(Collection<?> adding) {
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public void added(Object member) {
        assertThat(members.add(member)).as("%s was added before", member).isTrue();
        told.add("+" + member);
    }

    @Override
    public void removed(Object member) {
        assertThat(members.remove(member)).as("%s was removed before", member).isTrue();
        told.add("-" + member);
    }

    @Override
    public void reordered() {
        told.add("~");
    }

    /** What was told since this was asked last. */
    List<String> news() {
        List<String> news = List.copyOf(told);
        told.clear();
        return news;
    }
}
