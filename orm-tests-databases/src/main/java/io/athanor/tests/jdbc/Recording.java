package io.athanor.tests.jdbc;

import io.athanor.tests.jdbc.Sent.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What the driver under an engine was told, in order, and how many of its connections are lent. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Recording {
    private final List<Sent> sent = new ArrayList<>();
    private int prepared;
    private int taken;
    private int returned;

    synchronized void add(Sent one) {
        sent.add(one);
    }

    synchronized void statementPrepared() {
        prepared++;
    }

    synchronized void connectionTaken() {
        taken++;
    }

    synchronized void connectionReturned() {
        returned++;
    }

    /** How many connections have been asked for since the beginning. */
    public synchronized int taken() {
        return taken;
    }

    /** How many connections are out now. */
    public synchronized int lent() {
        return taken - returned;
    }

    /** How many statements were prepared. */
    public synchronized int prepared() {
        return prepared;
    }

    /** Forget what was sent so far. */
    public synchronized void clear() {
        sent.clear();
        prepared = 0;
    }

    /** All that was sent but what prepares a connection. */
    public synchronized List<Sent> all() {
        return sent.stream().filter(one -> one.kind() != Kind.PREPARATION).toList();
    }

    /** What {@link #all} tells; then forget it. */
    public synchronized List<Sent> take() {
        List<Sent> all = all();
        clear();
        return all;
    }

    /** The statements, without the words of transactions. */
    public List<Sent> statements() {
        return all().stream().filter(Sent::isStatement).toList();
    }

    /** The text of the statements, white space folded. */
    public List<String> sql() {
        return statements().stream().map(Sent::folded).toList();
    }

    /** The text of the statements that begin with a word. */
    public List<String> sql(String word) {
        return sql().stream().filter(text -> text.startsWith(word)).toList();
    }

    /** What was sent, each as one line: statements with their parameters, and the words of transactions. */
    public List<String> lines() {
        return all().stream().map(Sent::toString).toList();
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
