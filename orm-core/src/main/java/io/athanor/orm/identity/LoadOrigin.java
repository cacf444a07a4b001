package io.athanor.orm.identity;

/** What an instance remembers of the statement that loaded it, for what is loaded later. Made and read further up. */
public interface LoadOrigin {}
