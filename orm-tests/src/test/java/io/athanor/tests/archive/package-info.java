/** An archive: columns that are loaded late, a collection of the application itself, and collections that are never read. */
package io.athanor.tests.archive;
