/** Random scripts of what an application does with a session, compared with a plain model of what must come of them. */
package io.athanor.tests.script;
