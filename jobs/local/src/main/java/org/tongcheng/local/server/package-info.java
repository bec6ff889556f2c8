/** Real servers on this machine, each with its own free port and its own folder, gone without a trace when closed. */
@NullMarked
package org.tongcheng.local.server;

import org.jspecify.annotations.NullMarked;
