/** Where identifiers come from. The clock and the randomness are handed in. */
package io.hyperfleet.domain.id;
