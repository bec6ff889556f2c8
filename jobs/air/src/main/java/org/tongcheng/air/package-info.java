/** The air job: observations in; hourly and daily indices, composite index and ranking out. */
@NullMarked
package org.tongcheng.air;

import org.jspecify.annotations.NullMarked;
