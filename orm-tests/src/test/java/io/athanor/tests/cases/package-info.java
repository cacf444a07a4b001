/** What SQLAlchemy compiles, case by case and dialect by dialect, against what Athanor compiles. */
@NullMarked
package io.athanor.tests.cases;

import org.jspecify.annotations.NullMarked;
