/** The quick start and the ORM parts of SQLAlchemy's later tutorial, step by step. */
package io.athanor.tests.conformance.later;
