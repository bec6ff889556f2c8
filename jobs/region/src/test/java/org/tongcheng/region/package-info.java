@NullMarked
package org.tongcheng.region;

import org.jspecify.annotations.NullMarked;
