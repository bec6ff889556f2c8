/** Transit job: taps to ridership, journeys and roaming. */
@NullMarked
package org.tongcheng.transit;

import org.jspecify.annotations.NullMarked;
