/** The first class of the process, alone on its class path. Knows folders, and no class by type. */
package io.hyperfleet.server.boot;
