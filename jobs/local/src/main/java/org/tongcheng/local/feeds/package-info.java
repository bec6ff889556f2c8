/**
 * A seeded, believable day of the three feeds, with the faults and incidents of real ones. Same plan, same bytes, on any
 * machine: nothing here asks the clock, and all mathematics is the strict kind.
 */
@NullMarked
package org.tongcheng.local.feeds;

import org.jspecify.annotations.NullMarked;
