package io.athanor.orm.load;

import io.athanor.orm.mapper.EntityMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** An entity among what a statement selects: where its columns are in the list, and what is loaded along with it. */
final class EntityPart implements SelectList.Part {
    private final EntityMapper<?> mapper;
    private final LoadScope scope;
    private final int[] columns;
    private final List<Integer> deferred;
    private final List<RelatedPart> related = new ArrayList<>();

    /** A relationship, whose reader is known once the statement is compiled. */
    @FunctionalInterface
    interface RelatedPart {
        RelatedReader reader(SelectList.Positions positions);
    }

    /** The columns are given by the position of their attributes, those that are deferred by -1. */
    EntityPart(LoadScope scope, int[] columns, List<Integer> deferred) {
        this.mapper = scope.mapper();
        this.scope = scope;
        this.columns = columns;
        this.deferred = deferred;
    }

    void add(RelatedPart part) {
        related.add(part);
    }

    @Override
    public EntityReader reader(SelectList.Positions positions) {
        int[] found = IntStream.of(columns)
                .map(column -> column < 0 ? column : positions.of(column))
                .toArray();
        List<RelatedReader> readers =
                related.stream().map(part -> part.reader(positions)).toList();
        return new EntityReader(scope, found, deferred, readers);
    }

    @Override
    public String key(SelectList.Positions positions) {
        return mapper.type().getSimpleName();
    }
}
