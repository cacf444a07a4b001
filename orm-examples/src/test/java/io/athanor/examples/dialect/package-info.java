/** The dialect that somebody outside the project writes, built with what the project publishes. */
package io.athanor.examples.dialect;
