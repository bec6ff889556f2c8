@NullMarked
package org.tongcheng.water.operator;

import org.jspecify.annotations.NullMarked;
