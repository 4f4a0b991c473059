/**
 * The edge of the server, a feature of it: which listener serves what, and which requests no
 * application gets to see. Nothing of what answers look like; that is the API application's.
 */
package io.hyperfleet.server.edge;
