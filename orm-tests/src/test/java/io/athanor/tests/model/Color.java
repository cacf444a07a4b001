package io.athanor.tests.model;

/** Stored by name. */
public enum Color {
    RED,
    GREEN,
    BLUE
}
