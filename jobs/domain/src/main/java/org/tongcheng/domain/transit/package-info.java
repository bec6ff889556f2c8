/** Transit: journeys, and the sums that ridership is made of. */
@NullMarked
package org.tongcheng.domain.transit;

import org.jspecify.annotations.NullMarked;
