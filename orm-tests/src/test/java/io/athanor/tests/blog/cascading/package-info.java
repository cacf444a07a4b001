/** The entities of the tutorial as it declares them anew, with cascades and posts. */
package io.athanor.tests.blog.cascading;
