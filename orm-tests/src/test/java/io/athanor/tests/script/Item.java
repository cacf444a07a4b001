package io.athanor.tests.script;

/** What all entities of the scripts have. */
interface Item {
    Integer getId();

    void setId(Integer id);

    String getName();

    void setName(String name);
}
