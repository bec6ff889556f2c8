@NullMarked
package org.tongcheng.air;

import org.jspecify.annotations.NullMarked;
