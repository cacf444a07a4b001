package io.athanor.examples.shop;

/**
 * The key of an order line.
 *
 * @param orderId the order
 * @param number the line in it
 */
record LineKey(int orderId, int number) {}
