/** What the windows of the transit job are, how parts of them travel and how they rest in state. */
@NullMarked
package org.tongcheng.transit.window;

import org.jspecify.annotations.NullMarked;
