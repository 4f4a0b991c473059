/** Which build this is, for the program and for the applications it runs. No configuration. */
package io.hyperfleet.server.build;
