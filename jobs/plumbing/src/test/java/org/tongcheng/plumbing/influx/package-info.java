@NullMarked
package org.tongcheng.plumbing.influx;

import org.jspecify.annotations.NullMarked;
