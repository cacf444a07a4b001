package io.athanor.orm.instrument;

/** A collection or a view of one that reports its changes. */
interface Tracked {
    CollectionAdapter adapter();
}
