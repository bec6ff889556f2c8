/** Business time: days, hours and slots of the region's zone. */
@NullMarked
package org.tongcheng.domain.time;

import org.jspecify.annotations.NullMarked;
