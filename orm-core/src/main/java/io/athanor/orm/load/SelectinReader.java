package io.athanor.orm.load;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.MappedRelationship;
import java.util.List;

/** Loads for all owners by SELECTs with IN; SQLAlchemy's {@code selectinload}. */
final class SelectinReader extends FollowingReader {
    private final SelectinLoader loader;

    SelectinReader(MappedRelationship relationship, LoadScope.Choice choice, LoadScope below) {
        super(relationship);
        this.loader = new SelectinLoader(relationship, choice.criteria(), below);
    }

    @Override
    void load(List<InstanceState> owners, LoadContext context) {
        loader.load(owners, context);
    }
}
