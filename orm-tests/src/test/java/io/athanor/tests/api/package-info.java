/** The public API by example: programs that must compile, and statements that must not. */
package io.athanor.tests.api;
