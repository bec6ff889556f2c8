@NullMarked
package org.tongcheng.water;

import org.jspecify.annotations.NullMarked;
