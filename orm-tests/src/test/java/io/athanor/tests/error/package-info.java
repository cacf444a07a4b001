/** What users do wrong, and what they are told. */
package io.athanor.tests.error;
