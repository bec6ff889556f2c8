@NullMarked
package org.tongcheng.domain.region;

import org.jspecify.annotations.NullMarked;
