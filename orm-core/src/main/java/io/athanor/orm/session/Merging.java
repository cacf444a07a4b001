package io.athanor.orm.session;

/** Copies the state of an instance onto one of a session. */
interface Merging {
    <E> E merge(E given);
}
