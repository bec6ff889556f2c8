@NullMarked
package org.tongcheng.domain.water;

import org.jspecify.annotations.NullMarked;
