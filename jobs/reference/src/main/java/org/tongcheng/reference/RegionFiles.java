package org.tongcheng.reference;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the files of a region come from: a folder or the class path. */
interface RegionFiles {

    /** The content of a file; null when there is none of that name. */
    byte @Nullable [] read(String file) throws IOException;
}
