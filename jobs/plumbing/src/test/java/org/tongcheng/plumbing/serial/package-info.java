@NullMarked
package org.tongcheng.plumbing.serial;

import org.jspecify.annotations.NullMarked;
