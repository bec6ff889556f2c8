@NullMarked
package org.tongcheng.air.operator;

import org.jspecify.annotations.NullMarked;
