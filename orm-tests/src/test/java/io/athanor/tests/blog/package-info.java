/** The entities of the Object Relational Tutorial. */
package io.athanor.tests.blog;
