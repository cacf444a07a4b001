package io.athanor.examples.shop;

/**
 * An e-mail address, a value of the application's own.
 *
 * @param text the address
 */
record Email(String text) {}
