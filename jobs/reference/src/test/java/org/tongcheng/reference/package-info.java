@NullMarked
package org.tongcheng.reference;

import org.jspecify.annotations.NullMarked;
