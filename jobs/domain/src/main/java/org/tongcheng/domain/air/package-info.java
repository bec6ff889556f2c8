/** Air quality: individual indices, AQI, daily reports, composite index (HJ 633, HJ 663, GB 3095). */
@NullMarked
package org.tongcheng.domain.air;

import org.jspecify.annotations.NullMarked;
