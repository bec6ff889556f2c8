@NullMarked
package org.tongcheng.delivery;

import org.jspecify.annotations.NullMarked;
