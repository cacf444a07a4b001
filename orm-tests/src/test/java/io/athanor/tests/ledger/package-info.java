/** Entities whose keys say something, and are made of each other's. */
package io.athanor.tests.ledger;
