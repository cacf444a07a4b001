/**
 * The recorded cases of SQLAlchemy's unit of work, played as an application would write them: one scenario per case, which
 * must send what was recorded, show the same, fail alike and leave the same tables.
 */
package io.athanor.tests.scenario;
