@NullMarked
package org.tongcheng.region.operator;

import org.jspecify.annotations.NullMarked;
