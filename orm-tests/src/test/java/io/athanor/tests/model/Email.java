package io.athanor.tests.model;

/** A value of the application's own, stored as text. */
public record Email(String address) {}
