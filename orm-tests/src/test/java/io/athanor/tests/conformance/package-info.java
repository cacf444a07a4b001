/** Records of what SQLAlchemy does, replayed. */
package io.athanor.tests.conformance;
