/** Entities as an application writes them: enhanced by the processor, without annotations of nullness. */
package io.athanor.tests.model;
