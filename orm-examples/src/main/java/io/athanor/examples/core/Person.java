package io.athanor.examples.core;

/**
 * Someone to insert.
 *
 * @param name the name
 * @param age the age
 */
record Person(String name, int age) {}
