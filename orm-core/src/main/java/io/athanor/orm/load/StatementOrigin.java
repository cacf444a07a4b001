package io.athanor.orm.load;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.LoadOrigin;
import java.util.ArrayList;
import java.util.List;

/** The statement that has loaded an instance: what it said of relationships, and which instances came along. */
public final class StatementOrigin implements LoadOrigin {
    private final LoadScope scope;
    private final List<InstanceState> siblings = new ArrayList<>();

    StatementOrigin(LoadScope scope) {
        this.scope = scope;
    }

    /**
     * Return what the statement said.
     *
     * @return the scope of the instance
     */
    public LoadScope scope() {
        return scope;
    }

    void add(InstanceState sibling) {
        siblings.add(sibling);
    }

    /**
     * Return the instances of the same class that the statement has loaded; those that were collected since are without an
     * instance.
     *
     * @return their states, in the order of the rows
     */
    public List<InstanceState> siblings() {
        return siblings;
    }
}
