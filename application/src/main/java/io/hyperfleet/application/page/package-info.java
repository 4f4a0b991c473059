/** Reading a long list piece by piece. Knows nothing of what is listed. */
package io.hyperfleet.application.page;
