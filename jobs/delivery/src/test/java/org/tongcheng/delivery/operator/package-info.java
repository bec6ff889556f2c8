@NullMarked
package org.tongcheng.delivery.operator;

import org.jspecify.annotations.NullMarked;
